import type { HeaderCounts } from "./header-facts.ts";
import type { Scene } from "./scene.ts";

export function seeLicence(_scene: Scene, _headers: HeaderCounts): void {}

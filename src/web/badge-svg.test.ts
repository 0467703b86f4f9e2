import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { badgeSvg } from "./badge-svg.ts";

test("a badge carries its words once for screen readers and once to be seen, and nothing of a page", () => {
  const svg = badgeSvg("open source policy", `<script>"&'`, "ltr");
  assert.match(svg, /<title id="title">open source policy: &lt;script&gt;&quot;&amp;/);
  assert.equal(svg.match(/<text /g)?.length, 2);
  assert.ok(!svg.includes("<script"));
});

test("from right to left the label stands right", () => {
  const labelAt = (direction: "ltr" | "rtl") => Number(/<rect x="(\d+)"/.exec(badgeSvg("label", "said", direction))?.[1]);
  assert.equal(labelAt("ltr"), 0);
  assert.equal(labelAt("rtl"), "said".length * 7 + 16);
});

test("the fields are as wide as the whole, whatever they say, and the markup stays whole", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (label, said) => {
      const svg = badgeSvg(label, said, "ltr");
      const [width, left, right] = [/width="(\d+)" height/, /<rect x="0" width="(\d+)"/, /<rect x="[1-9]\d*" width="(\d+)"/].map((found) =>
        Number(found.exec(svg)?.[1]),
      );
      assert.equal(width, (left ?? 0) + (right ?? 0));
      assert.deepEqual(svg.replace(/>[^<>]*/g, ">").match(/<\/?\w+/g), [
        "<svg",
        "<title",
        "</title",
        "<rect",
        "<rect",
        "<g",
        "<text",
        "</text",
        "<text",
        "</text",
        "</g",
        "</svg",
      ]);
    }),
  );
});

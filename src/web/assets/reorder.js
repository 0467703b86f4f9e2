// Lets the entries of an order be dragged. Without this script the buttons beside each entry move it.
(() => {
  const list = document.querySelector("[data-order]");
  if (!list) return;
  let dragged = null;
  for (const entry of list.children) {
    const form = entry.querySelector("form");
    if (!form) continue;
    entry.draggable = true;
    entry.addEventListener("dragstart", (event) => {
      dragged = entry;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", entry.dataset.id);
    });
    entry.addEventListener("dragover", (event) => {
      if (!dragged || dragged === entry) return;
      event.preventDefault();
      entry.classList.add("over");
    });
    entry.addEventListener("dragleave", () => entry.classList.remove("over"));
    entry.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!dragged || dragged === entry) return;
      const to = document.createElement("input");
      to.type = "hidden";
      to.name = "to";
      to.value = entry.dataset.id;
      const moving = dragged.querySelector("form");
      moving.append(to);
      moving.submit();
    });
  }
})();

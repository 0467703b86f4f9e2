// Keeps what is being typed, at most a second late. Without this script the form is saved by its button alone.
(() => {
  const form = document.querySelector("form[data-typing]");
  if (!form) return;
  const said = form.querySelector("output");
  let waiting = 0;
  let sending = false;
  let again = false;
  let sent = false;
  const keep = async () => {
    waiting = 0;
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    try {
      const answer = await fetch(form.dataset.typing, {
        method: "POST",
        body: new FormData(form),
        credentials: "same-origin",
        redirect: "manual",
      });
      said.textContent = answer.ok ? form.dataset.kept : form.dataset.notKept;
    } catch {
      said.textContent = form.dataset.notKept;
    }
    sending = false;
    if (again && !sent) {
      again = false;
      plan();
    }
  };
  // The first letter starts the clock and later ones do not put it off: nothing typed waits longer than this.
  const plan = () => {
    if (!waiting) waiting = setTimeout(keep, 500);
  };
  form.addEventListener("input", plan);
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(waiting);
  });
})();

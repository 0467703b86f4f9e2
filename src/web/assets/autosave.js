// Keeps what is being typed, at most a second late. Without this script the form is saved by its button alone.
(() => {
  const form = document.querySelector("form[data-typing]");
  if (!form) return;
  const said = form.querySelector("output");
  let waiting = 0;
  let sending;
  let again = false;
  let sent = false;
  const keep = () => {
    waiting = 0;
    if (sending) {
      again = true;
      return;
    }
    sending = send().finally(() => {
      sending = undefined;
      if (again && !sent) plan();
      again = false;
    });
  };
  const send = async () => {
    try {
      const answer = await fetch(form.dataset.typing, {
        method: "POST",
        body: new FormData(form),
        credentials: "same-origin",
        redirect: "manual",
        signal: AbortSignal.timeout(8000),
      });
      said.textContent = answer.ok ? form.dataset.kept : form.dataset.notKept;
    } catch {
      said.textContent = form.dataset.notKept;
    }
  };
  // The first letter starts the clock and later ones do not put it off: nothing typed waits longer than this.
  const plan = () => {
    if (!waiting) waiting = setTimeout(keep, 500);
  };
  form.addEventListener("input", plan);
  // What is on its way arrives first, or gives up: behind the save it would come back as something not saved.
  form.addEventListener("submit", (event) => {
    sent = true;
    clearTimeout(waiting);
    if (!sending) return;
    event.preventDefault();
    const { submitter } = event;
    sending.finally(() => form.requestSubmit(submitter));
  });
})();

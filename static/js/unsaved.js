// Asks before a form is left that was changed and not sent.

for (const form of document.querySelectorAll("form[data-unsaved]")) {
  const written = () => new URLSearchParams(new FormData(form)).toString();
  const before = written();
  let isSent = false;
  addEventListener("pageshow", () => {
    isSent = false;
  });
  form.addEventListener("submit", () => {
    isSent = true;
  });
  addEventListener("beforeunload", (event) => {
    if (!isSent && written() !== before) event.preventDefault();
  });
}

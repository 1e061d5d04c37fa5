// What is pasted from a word processor becomes Markdown, cleaned by the site itself.

const LARGEST = 1_000_000;
const desk = document.querySelector("#desk");
const form = desk?.closest("form");

form?.addEventListener("paste", (event) => {
  const box = event.target;
  if (!box.matches?.("textarea.markdown")) return;
  const html = event.clipboardData.getData("text/html");
  const plain = event.clipboardData.getData("text/plain");
  if (!html || html.length > LARGEST) return;
  event.preventDefault();
  insert(box, html, plain);
});

async function insert(box, html, plain) {
  const { selectionStart, selectionEnd, value } = box;
  box.setAttribute("aria-busy", "true");
  const markdown = await cleaned(html).catch(() => plain);
  box.removeAttribute("aria-busy");
  // Whoever typed on meanwhile finds it where they are now.
  if (box.value === value) box.setSelectionRange(selectionStart, selectionEnd);
  box.focus();
  // The only way of a script to write that the browser can undo.
  if (!document.execCommand("insertText", false, markdown)) {
    box.setRangeText(markdown, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

async function cleaned(html) {
  const body = new FormData();
  body.set("html", html);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  const answer = await fetch(desk.dataset.paste, { method: "POST", body, redirect: "error" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

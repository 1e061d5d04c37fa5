// Refreshes the preview after a pause in typing, without flicker and where it was scrolled to.

const PAUSE = 900;
const show = document.querySelector("#desk-show");
if (show) start(show);

function start(button) {
  const form = button.form;
  const stage = document.querySelector(".desk-stage");
  const status = document.querySelector("#desk-status");
  let shown = stage.querySelector("iframe");
  let sent = shown.hasAttribute("src") ? textOf(form) : null;
  let timer = 0;
  let waiting = null;
  let count = 0;

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE);
  }

  function refresh() {
    if (waiting) return;
    const text = textOf(form);
    if (text === sent) return;
    sent = text;
    button.click();
  }

  // A new frame each time: the old one would add a step to the browser's way back.
  function newFrame() {
    const frame = shown.cloneNode();
    count += 1;
    frame.removeAttribute("src");
    frame.name = `desk-preview-${count}`;
    frame.classList.add("desk-frame--waiting");
    stage.append(frame);
    frame.addEventListener("load", () => arrived(frame));
    return frame;
  }

  function arrived(frame) {
    if (frame !== waiting || isBlank(frame)) return;
    waiting = null;
    const measures = measuresIn(frame);
    if (!measures) {
      frame.remove();
      status.textContent = "The preview cannot be made now. You may be logged out: log in again in another tab. Your text is kept here.";
      return;
    }
    status.textContent = "";
    if (shown.contentDocument) {
      frame.contentWindow.scrollTo({ top: shown.contentWindow.scrollY, behavior: "instant" });
    }
    frame.classList.remove("desk-frame--waiting");
    shown.remove();
    shown = frame;
    take(measures);
    if (textOf(form) !== sent) soon();
  }

  button.addEventListener("click", () => {
    waiting?.remove();
    sent = textOf(form);
    waiting = newFrame();
    button.setAttribute("formtarget", waiting.name);
  });
  // Autocompletes tell of their changes through jQuery alone, calendars not at all.
  django.jQuery(form).on("input change focusout", soon);
  document.addEventListener("formset:removed", soon);
  setWidths(stage);
  if (sent === null) refresh();
}

function textOf(form) {
  const pairs = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  return JSON.stringify(pairs);
}

function isBlank(frame) {
  return frame.contentDocument?.URL === "about:blank";
}

// A refusal or a login page cannot be framed, so there is no document to read.
function measuresIn(frame) {
  return frame.contentDocument?.querySelector("#desk-measures")?.content;
}

function take(measures) {
  for (const fresh of [...measures.children]) {
    document.getElementById(fresh.id)?.replaceWith(document.adoptNode(fresh));
  }
}

function setWidths(stage) {
  const buttons = [...document.querySelectorAll("#desk-widths button")];
  const fit = () => {
    const width = Number(buttons.find((each) => each.getAttribute("aria-pressed") === "true").dataset.width);
    const scale = Math.min(1, stage.clientWidth / width);
    stage.style.setProperty("--desk-width", `${width}px`);
    stage.style.setProperty("--desk-scale", scale);
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
      fit();
    });
  }
  document.querySelector("#desk-widths").hidden = false;
  stage.classList.add("desk-stage--fitted");
  new ResizeObserver(fit).observe(stage);
  fit();
}

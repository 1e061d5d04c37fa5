// Warns before unsaved text is left, keeps a copy of it in this browser, and offers it back.

const PREFIX = "desk-text";
const SENT = "desk-sent";
const PAUSE = 1500;
const DAYS = 14;
const NOT_TEXT = /^(csrfmiddlewaretoken|_\w+|.*-(TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|id))$/;

let isLoggingOut = false;
forgetWhatIsSaved();
forgetWhatIsOld();
document.querySelector("#logout-form")?.addEventListener("submit", forgetEverything);
const desk = document.querySelector("#desk");
const form = desk?.closest("form");
// A small window that adds a row closes without a page that says it was saved.
if (form && !form.elements._popup) keep(form, `${PREFIX}:${desk.dataset.user}:${location.pathname}:`);

function keep(form, place) {
  // Each visit has a copy of its own, so that no copy is ever written over another.
  const mine = place + Date.now();
  const before = textOf(form);
  const wasRefused = Boolean(document.querySelector(".errornote"));
  let isLeaving = false;
  let timer = 0;

  const isChanged = () => wasRefused || textOf(form) !== before;
  const save = () => {
    clearTimeout(timer);
    if (isLeaving || isLoggingOut) return;
    if (isChanged()) write(mine, { at: Date.now(), fields: fieldsOf(form) });
    else localStorage.removeItem(mine);
  };
  const soon = () => {
    // Whoever types on was asked, and stayed.
    isLoggingOut = false;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  offer(form, place, save);
  if (wasRefused) save();
  // Autocompletes tell of their changes through jQuery alone, calendars not at all.
  django.jQuery(form).on("input change focusout", soon);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formTarget || event.defaultPrevented) return;
    save();
    sessionStorage.setItem(SENT, mine);
    isLeaving = true;
  });
  // Whoever comes back by the browser's own way back has the form, and may change it again.
  addEventListener("pageshow", () => { isLeaving = false; });
  addEventListener("pagehide", save);
  addEventListener("beforeunload", (event) => {
    if (isLeaving || !isChanged()) return;
    save();
    event.preventDefault();
  });
}

function offer(form, place, save) {
  const list = document.createElement("ul");
  list.className = "desk-offers";
  for (const key of keys(place).sort().reverse()) {
    const copy = JSON.parse(localStorage.getItem(key));
    if (JSON.stringify(copy.fields) === textOf(form)) localStorage.removeItem(key);
    else list.append(line(form, key, copy, save));
  }
  if (!list.children.length) return;
  const region = document.createElement("section");
  region.setAttribute("aria-label", "Unsaved text");
  region.append(list);
  document.querySelector("#desk").append(region);
}

function line(form, key, copy, save) {
  const item = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = `You have unsaved text from ${inWords(new Date(copy.at))}. `;
  item.append(words);
  const remove = () => {
    localStorage.removeItem(key);
    const region = item.closest("section");
    item.remove();
    if (!region.querySelector("li")) region.remove();
    form.querySelector("input:not([type=hidden]), textarea")?.focus();
  };
  item.append(
    button("Bring it back", () => {
      bringBack(form, copy.fields);
      save();
      remove();
    }),
    button("Throw it away", remove),
  );
  return item;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function bringBack(form, fields) {
  addRows(form, fields);
  for (const field of textFields(form)) {
    const kept = fields.filter(([name]) => name === field.name);
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = kept.some(([, value]) => value === field.value);
    } else if (field instanceof HTMLSelectElement) {
      choose(field, kept);
    } else if (kept.length) {
      field.value = kept[0][1];
    }
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

// An autocomplete knows only the choices that it has shown.
function choose(select, kept) {
  for (const [, value, words] of kept) {
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(words, value));
  }
  for (const option of select.options) option.selected = kept.some(([, value]) => value === option.value);
}

function addRows(form, fields) {
  for (const total of form.querySelectorAll("input[name$='-TOTAL_FORMS']")) {
    const prefix = total.name.replace("-TOTAL_FORMS", "");
    const pattern = new RegExp(`^${prefix}-(\\d+)-`);
    const needed = Math.max(-1, ...fields.map(([name]) => Number(name.match(pattern)?.[1] ?? -1))) + 1;
    const more = document.querySelector(`#${prefix}-group .add-row a, #${prefix}-group a.add-row`);
    for (let left = needed - Number(total.value); more && left > 0; left -= 1) more.click();
  }
}

function textFields(form) {
  return [...form.elements].filter(
    (field) => field.name && !NOT_TEXT.test(field.name) && !field.name.includes("__prefix__") &&
      !["submit", "button", "file", "password"].includes(field.type),
  );
}

function fieldsOf(form) {
  const found = [];
  for (const field of textFields(form)) {
    if (field instanceof HTMLSelectElement) {
      for (const option of field.selectedOptions) {
        if (option.value) found.push([field.name, option.value, option.text]);
      }
    } else if (!["checkbox", "radio"].includes(field.type) || field.checked) {
      found.push([field.name, field.value]);
    }
  }
  return found;
}

function textOf(form) {
  return JSON.stringify(fieldsOf(form));
}

function write(key, copy) {
  try {
    localStorage.setItem(key, JSON.stringify(copy));
  } catch {
    // A full or forbidden store leaves the warning on leaving, which needs none.
  }
}

function keys(start) {
  return Object.keys(localStorage).filter((key) => key.startsWith(start));
}

// The page after a save says so; a refusal and a login page do not.
function forgetWhatIsSaved() {
  const sent = sessionStorage.getItem(SENT);
  if (!sent) return;
  sessionStorage.removeItem(SENT);
  if (document.querySelector(".messagelist .success")) localStorage.removeItem(sent);
}

function forgetWhatIsOld() {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const key of keys(PREFIX)) {
    if (Number(key.split(":").pop()) < oldest) localStorage.removeItem(key);
  }
}

function forgetEverything() {
  isLoggingOut = true;
  for (const key of keys(PREFIX)) localStorage.removeItem(key);
}

function inWords(moment) {
  const time = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (moment.toDateString() === new Date().toDateString()) return `${time} today`;
  const day = moment.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  return `${time} on ${day}`;
}

// Buttons that move a row of an article up and down. They renumber the fields for the order, which
// stay in use for those without script.

const POSITION = "input[name$='-position']";

for (const group of document.querySelectorAll(".js-inline-admin-formset")) {
  if (group.querySelector(POSITION)) arrange(group);
}

function arrange(group) {
  const prefix = JSON.parse(group.dataset.inlineFormset).options.prefix;
  const isRow = new RegExp(`^${prefix}-\\d+$`);
  const voice = document.createElement("p");
  voice.className = "desk-voice";
  voice.setAttribute("role", "status");
  group.append(voice);

  const rows = () => [...group.querySelectorAll(`[id^="${prefix}-"]`)].filter((row) => isRow.test(row.id));
  // An empty row that was never touched is not saved, and a number in it would make it count.
  const filled = () => rows().filter(hasWords);
  const nameOf = (row) => {
    const words = row.querySelector("textarea, .vTextField, select");
    const said = words?.selectedOptions?.[0]?.text ?? words?.value ?? "";
    return said.trim().split(/\s+/).slice(0, 6).join(" ") || "new row";
  };

  function renumber() {
    for (const row of rows()) {
      const field = row.querySelector(POSITION);
      const place = filled().indexOf(row) + 1;
      const value = place ? String(place) : field.defaultValue;
      if (field.value === value) continue;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function move(row, button, step) {
    const order = rows();
    const neighbour = order[order.indexOf(row) + step];
    if (!neighbour) {
      voice.textContent = step < 0 ? "This is the first already." : "This is the last already.";
      return;
    }
    const [first, second] = step < 0 ? [row, neighbour] : [neighbour, row];
    for (const part of withErrors(first)) withErrors(second)[0].before(part);
    renumber();
    const now = rows();
    voice.textContent = `Moved ${step < 0 ? "up" : "down"}. Now ${now.indexOf(row) + 1} of ${now.length}.`;
    label();
    button.focus();
  }

  function addButtons(row) {
    const field = row.querySelector(POSITION);
    if (!field || row.querySelector(".desk-moves")) return;
    const moves = document.createElement("span");
    moves.className = "desk-moves";
    for (const [word, step] of [["up", -1], ["down", 1]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word === "up" ? "\u2191" : "\u2193";
      button.dataset.word = word;
      button.addEventListener("click", () => move(row, button, step));
      moves.append(button);
    }
    const heading = row.querySelector(":scope > h3");
    if (heading) heading.append(moves);
    else field.after(moves);
  }

  function label() {
    for (const row of rows()) {
      for (const button of row.querySelectorAll(".desk-moves button")) {
        button.setAttribute("aria-label", `Move ${button.dataset.word}: ${nameOf(row)}`);
      }
    }
  }

  function refresh() {
    rows().forEach(addButtons);
    label();
  }

  refresh();
  for (const name of ["formset:added", "formset:removed"]) {
    document.addEventListener(name, (event) => event.detail?.formsetName === prefix && refresh());
  }
  // Autocompletes tell of their changes through jQuery alone.
  django.jQuery(group).on("change", (event) => {
    const row = rows().find((each) => each.contains(event.target));
    if (!row || event.target.matches(POSITION)) return;
    const field = row.querySelector(POSITION);
    const isNumbered = field.value !== field.defaultValue;
    // A row that was just begun joins at the end; one that was emptied again leaves.
    if (!row.classList.contains("has_original") && hasWords(row) !== isNumbered) renumber();
    label();
  });
}

function hasWords(row) {
  return row.classList.contains("has_original") || [...row.querySelectorAll("textarea, select, input")].some(
    (field) => field.type !== "hidden" && !field.matches(POSITION) && isChanged(field),
  );
}

function isChanged(field) {
  if (field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value !== "");
  }
  return field.value !== field.defaultValue;
}

// Django puts the errors of a row of a table into a row above it.
function withErrors(row) {
  const above = row.previousElementSibling;
  return above?.classList.contains("row-form-errors") ? [above, row] : [row];
}

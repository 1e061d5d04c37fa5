// Offers to keep this plan on the phone, and says what is kept and what waits to be sent.
// The worker does the work (templates/planner/offline.js); without one, nothing is shown.

const WORKER = /^(\/[a-z]{2})?\/plan\/offline\.js$/;
const voice = document.querySelector("[data-offline]");
const choice = document.querySelector("[data-keep]");
const words = document.querySelector("#offline-words").content;
const keptAt = Number(document.documentElement.dataset.kept);
const onDay = (time) => new Date(time).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long" });
const AGAIN = 10000;
let next = 0;
let shown = "[]";
const policy = self.trustedTypes?.createPolicy("ttl-worker", {
  createScriptURL(address) {
    if (WORKER.test(address)) return address;
    throw new TypeError("not our worker");
  },
});

const canKeep = navigator.serviceWorker && self.caches && navigator.locks && self.crypto?.subtle;
if (canKeep) begin().catch(() => {});

async function begin() {
  if (keptAt) sayWhen();
  if (choice) offer();
  const isUsed = (await caches.keys()).some((name) => name.startsWith("kept-"));
  let found = await navigator.serviceWorker.getRegistration();
  // Each language has addresses, and so a worker, of its own.
  if (isUsed && !found) found = await start();
  if (!found?.active) return show({ isKept: false, waiting: [] });
  addEventListener("online", send);
  await send();
}

async function start() {
  const address = voice.dataset.offline;
  await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address);
  return navigator.serviceWorker.ready;
}

async function send() {
  show(await ask("send"));
}

async function ask(act, id) {
  const { active } = await navigator.serviceWorker.getRegistration();
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
    active.postMessage({ act, id }, [port2]);
  });
}

function offer() {
  choice.addEventListener("click", async ({ target }) => {
    const { act } = target.dataset;
    if (!act) return;
    if (act === "on") await start();
    const state = await ask(act);
    show(state);
    const said = state.hasFailed ? "failed" : state.waiting.length ? "waiting" : state.isKept ? "on" : "off";
    const status = choice.querySelector("[role=status]");
    status.textContent = status.dataset[said];
    choice.querySelector("[data-act]:not([hidden])").focus();
  });
}

function show({ isKept, isSent, waiting }) {
  if (choice) {
    choice.hidden = false;
    for (const button of choice.querySelectorAll("[data-act]")) button.hidden = (button.dataset.act === "on") === isKept;
  }
  if (isSent) say("sent");
  if (document.querySelector("[data-said]")) return;
  const isUnsent = waiting.some((log) => !log.isAsked);
  // A browser may think that it has signal before it has.
  clearTimeout(next);
  if (isUnsent) next = setTimeout(send, AGAIN);
  if (isSent || !isUnsent) unsay("waiting");
  if (isUnsent) say("waiting");
  const asked = JSON.stringify(waiting);
  if (asked === shown) return;
  shown = asked;
  for (const old of document.querySelectorAll(".offline-asked")) old.remove();
  for (const log of waiting) list(log);
}

const unsay = (name) => voice.querySelector(`[data-for=${name}]`)?.remove();

function say(name, change = (text) => text) {
  if (voice.querySelector(`[data-for=${name}]`)) return;
  const line = words.querySelector(`[data-for=${name}]`).cloneNode(true);
  line.firstChild.data = change(line.firstChild.data);
  if (!voice.closest("main")) document.querySelector("main").prepend(voice);
  // A voice is heard only when it was there before its words.
  setTimeout(() => {
    unsay(name);
    voice.append(line);
    if (name === "sent") ask("told");
  }, 100);
}

function sayWhen() {
  say("kept", (text) => text.replace("{date}", onDay(keptAt)));
  const day = document.querySelector("[name=day]");
  if (!day || document.querySelector("[name=correction]")) return;
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  day.max = today;
  if (day.value === day.defaultValue) day.value = today;
}

function list(log) {
  const part = document.querySelector("#offline-asked").content.cloneNode(true).querySelector("form");
  for (const one of part.querySelectorAll(`[data-for=${log.isAsked ? "waiting" : "asked"}]`)) one.remove();
  const [text] = part.querySelector("p").childNodes;
  text.data = text.data.replace("{number}", /session\/(\d+)/.exec(log.path)[1]).replace("{date}", onDay(log.at));
  part.action = log.path;
  part.classList.add("offline-asked");
  for (const [name, value] of [...new URLSearchParams(log.body), ["kept", log.id]]) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    part.append(field);
  }
  part.querySelector("[type=button]").addEventListener("click", () => ask("drop", log.id).then(show));
  document.querySelector("main").prepend(part);
}

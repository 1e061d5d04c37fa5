// The worker that keeps a plan readable without signal, on a phone whose owner asked for it.
//
// Everything of one plan stands in one cache, under names and a key that only its link gives. So
// the phone's storage tells neither the link nor an answer, and a wipe is one act.

const PLACE = /^((?:\/[a-z]{2})?\/plan\/([\w-]{43})\/)(.*)$/;
const NOTED = /^session\/\d+\/(tiny\/|stop\/|press\/)?$/;
const SAVED = /\/session\/\d+\/saved\/$/;
const LISTED = /data-keep="([^"]*)"/;
const LOADED = /\b(?:href|src)="(\/[^"?#]+\.(?:css|js|svg))/g;
const CASE = /<!--case (\w+)-->([^]*?)<!--end-->/g;
const GONE = [404, 410];
const PREFIX = "kept-";
const LOGS = "logs";
const PATIENCE = 4000;
// After 11 days without a session a dose goes down (PRG-41): an older copy must not be trained from.
const FRESH = 7 * 24 * 3600 * 1000;

// Plans of which something was sent, until a page says that it has told so: the page that asked
// may be gone before its answer comes.
const sent = new Set();

const bytes = (text) => new TextEncoder().encode(text);
const ask = (address, more) => fetch(address, { ...more, signal: AbortSignal.timeout(PATIENCE) });
const within = (promise) =>
  Promise.race([promise, new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("no signal")))]);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(answer(event)));
self.addEventListener("fetch", (event) => {
  const isPage = event.request.mode === "navigate" && planAt(event.request.url);
  // Whatever goes wrong here, a page is never worse off than without a worker.
  if (isPage) event.respondWith(page(event, isPage).catch(() => fetch(event.request)));
  else if (["style", "script", "image"].includes(event.request.destination)) event.respondWith(file(event));
});

function planAt(address) {
  const { pathname } = new URL(address);
  const found = PLACE.exec(pathname);
  return found && { path: pathname, root: found[1], token: found[2], tail: found[3] };
}

{% include "planner/_offline_plan.js" %}
const post = (log) => {
  const body = new URLSearchParams(log.body);
  return ask(log.path, { method: "POST", body });
};

const isNoted = async (response, { isStop }) =>
  (response.redirected && SAVED.test(response.url)) || (isStop && (await response.text()).includes("data-noted"));

async function leaveIfDone() {
  const left = (await caches.keys()).some((name) => name.startsWith(PREFIX));
  if (!left) await self.registration.unregister();
}

async function page(event, place) {
  const plan = await Plan.at(place);
  if (!(await plan.isKept())) {
    event.waitUntil(leaveIfDone());
    return fetch(event.request);
  }
  return event.request.method === "POST" ? write(event, plan, place) : read(event, plan, place);
}

async function read(event, plan, { path, tail }) {
  let response;
  try {
    if ((await plan.logs()).length) await plan.flush();
    response = await within(fetch(event.request));
  } catch {
    return plan.shown(path);
  }
  if (response.status === 410 || (response.status === 404 && !tail)) return (await plan.end().catch(() => null)) ?? response;
  if (!tail || SAVED.test(path) || response.status === 404) event.waitUntil(plan.keep().catch(() => {}));
  return response;
}

async function write(event, plan, { path, tail }) {
  const fields = new URLSearchParams(await event.request.clone().text());
  const isNoted = NOTED.test(tail);
  // The day is that of the press, whenever it is sent.
  if (tail.endsWith("press/") && !fields.has("day")) fields.set("day", today());
  const id = fields.get("kept");
  fields.delete("kept");
  let response;
  try {
    if (isNoted && (await plan.logs()).some((log) => !log.isAsked)) await plan.flush();
    response = await within(fetch(event.request));
  } catch {
    return isNoted ? plan.wait(path, fields) : plan.shown(path);
  }
  if (id && response.status < 429) await plan.alone(() => plan.change(id, null));
  if (GONE.includes(response.status)) event.waitUntil(plan.keep().catch(() => {}));
  if (tail === "erase/" && response.ok) await plan.alone(() => plan.wipe());
  return response;
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// A file is named after what it holds, so a kept one is never an old one.
async function file(event) {
  const client = await self.clients.get(event.clientId);
  const place = client && planAt(client.url);
  const kept = place && (await (await Plan.at(place)).get(new URL(event.request.url).pathname).catch(() => null));
  return kept ? new Response(kept.text, { headers: kept.headers }) : fetch(event.request);
}

// What a page of the plan asks: to keep it, to stop, to send what waits or to throw it away; or
// says: that it has told what was sent.
async function answer({ data, source, ports: [port] }) {
  const plan = await Plan.at(planAt(source.url));
  const done = { isKept: false, isSent: false, waiting: [] };
  try {
    if (data.act === "on") {
      await plan.alone(() => caches.open(plan.cache));
      await plan.keep();
    }
    if (data.act === "told") sent.delete(plan.cache);
    if (data.act === "drop") await plan.alone(() => plan.change(data.id, null));
    if (data.act === "send" && (await plan.isKept())) await plan.flush();
    if (data.act === "off") await plan.alone(async () => (await plan.logs()).length || plan.wipe());
  } catch {
    done.hasFailed = true;
    if (data.act === "on") await plan.alone(() => plan.wipe());
  }
  done.isSent = sent.has(plan.cache);
  done.isKept = await plan.isKept();
  done.waiting = await plan.logs();
  port.postMessage(done);
}

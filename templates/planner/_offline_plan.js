// One plan as this phone keeps it; every name and every word is sealed under its link.

class Plan {
  static async at({ root, token }) {
    const link = await crypto.subtle.importKey("raw", bytes(token), "HKDF", false, ["deriveKey"]);
    const derive = (info, algorithm, uses) => {
      const how = { name: "HKDF", hash: "SHA-256", salt: bytes("TTL"), info: bytes(info) };
      return crypto.subtle.deriveKey(how, link, algorithm, false, uses);
    };
    const plan = new Plan();
    plan.root = root;
    plan.key = await derive("seal", { name: "AES-GCM", length: 256 }, ["encrypt", "decrypt"]);
    plan.mark = await derive("name", { name: "HMAC", hash: "SHA-256", length: 256 }, ["sign"]);
    plan.cache = PREFIX + (await plan.nameOf("plan"));
    return plan;
  }

  async nameOf(what) {
    const sign = new Uint8Array(await crypto.subtle.sign("HMAC", this.mark, bytes(what)));
    return [...sign].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  isKept() {
    return caches.has(this.cache);
  }

  // One thing at a time, whatever tab or worker asks.
  alone(act) {
    return navigator.locks.request(this.cache, act);
  }

  async put(what, value) {
    const name = await this.nameOf(what);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const how = { name: "AES-GCM", iv, additionalData: bytes(name) };
    const sealed = await crypto.subtle.encrypt(how, this.key, bytes(JSON.stringify(value)));
    const cache = await caches.open(this.cache);
    await cache.put(`/${name}`, new Response(new Blob([iv, sealed])));
  }

  async get(what) {
    const name = await this.nameOf(what);
    const found = await caches.match(`/${name}`, { cacheName: this.cache });
    if (!found) return null;
    const sealed = new Uint8Array(await found.arrayBuffer());
    const how = { name: "AES-GCM", iv: sealed.slice(0, 12), additionalData: bytes(name) };
    const opened = await crypto.subtle.decrypt(how, this.key, sealed.slice(12)).catch(() => null);
    return opened && JSON.parse(new TextDecoder().decode(opened));
  }

  async only(wanted) {
    const names = await Promise.all([LOGS, ...wanted].map((what) => this.nameOf(what)));
    const cache = await caches.open(this.cache);
    for (const { url } of await cache.keys()) {
      if (!names.includes(new URL(url).pathname.slice(1))) await cache.delete(url);
    }
  }

  async logs() {
    return (await this.get(LOGS)) ?? [];
  }

  async wipe() {
    await caches.delete(this.cache);
    await leaveIfDone();
  }

  // Keeps what today's page lists, and nothing else: without a list no dose may be shown.
  keep() {
    return this.alone(async () => {
      if (!(await this.isKept())) return;
      const front = await ask(this.root);
      if (GONE.includes(front.status)) {
        await ((await this.logs()).length ? this.only([]) : this.wipe());
        return;
      }
      const found = LISTED.exec(await front.clone().text());
      if (!found && !front.ok) return;
      const help = `${this.root}offline/`;
      const listed = found ? found[1].split(" ").filter(Boolean) : [];
      if (!listed.length) await this.only([help]);
      const files = new Set();
      for (const path of [help, ...listed]) {
        const text = await this.fetched(path, path === this.root ? front : await ask(path));
        for (const [, address] of text.matchAll(LOADED)) files.add(address);
      }
      for (const path of files) if (!(await this.get(path))) await this.fetched(path, await ask(path));
      await this.only([help, ...listed, ...files]);
    });
  }

  async fetched(path, response) {
    if (response.status >= 429) throw new Error("later");
    if (!response.ok || response.redirected) {
      await (await caches.open(this.cache)).delete(`/${await this.nameOf(path)}`);
      return "";
    }
    const headers = [...response.headers].filter(([name]) => !/^content-(encoding|length)$/.test(name));
    const text = await response.text();
    await this.put(path, { text, headers, at: Date.now() });
    return text;
  }

  // A page as it was kept; where it is not, what to do without signal.
  async shown(path, word = "missing") {
    const found = word === "missing" && (await this.get(path));
    const kept = found && Date.now() - found.at < FRESH && found;
    const { text, headers, at } = kept || (await this.get(`${this.root}offline/`));
    const stopped = (await this.logs()).find((log) => log.isStop);
    const wanted = stopped ? new URLSearchParams(stopped.body).get("stop_symptom") : word;
    const body = text
      .replace("<html ", kept ? `<html data-kept="${at}" ` : "<html ")
      .replace(CASE, (_, name, words) => (name === wanted ? words : ""));
    return new Response(body, { headers });
  }

  // Writes down what could not be sent. After a warning sign no dose is shown any more.
  wait(path, fields) {
    return this.alone(async () => {
      const help = `${this.root}offline/`;
      const symptom = fields.get("stop_symptom");
      const isStop = [...(await this.get(help)).text.matchAll(CASE)].some(([, name]) => name === symptom);
      const logs = await this.logs();
      const log = { id: crypto.randomUUID(), path, body: fields.toString(), at: Date.now(), isStop };
      const isNew = !logs.some((each) => each.path === path && each.body === log.body);
      if (isNew) await this.put(LOGS, [...logs, log]);
      if (isStop) await this.only([help]);
      return this.shown(path, "saved");
    });
  }

  // Sends what waits, oldest first. TTL takes the same session twice as one (planner/diary.py), so
  // what was sent and lost its answer on the way may be sent again.
  flush() {
    return this.alone(async () => {
      for (const log of await this.logs()) {
        if (log.isAsked) continue;
        const response = await post(log);
        if (await isNoted(response, log)) {
          await this.change(log.id, null);
          sent.add(this.cache);
        } else if (response.status < 429) {
          await this.change(log.id, { ...log, isAsked: true });
        }
      }
    });
  }

  async change(id, value) {
    if (!(await this.isKept())) return;
    const logs = (await this.logs()).map((log) => (log.id === id ? value : log));
    await this.put(LOGS, logs.filter(Boolean));
  }

  // The plan is gone: everything goes, and what was never sent is shown a last time.
  end() {
    return this.alone(async () => {
      const [last, ...others] = await this.logs();
      const shown = last && (await post(last));
      if (shown && !(await shown.clone().text()).includes("data-lost")) return null;
      if (!others.length) await this.wipe();
      else {
        await this.only([]);
        await this.put(LOGS, others);
      }
      return shown;
    });
  }
}

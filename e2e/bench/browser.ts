import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { aTenant, aUser, PASSWORD, type Tenant } from "#lib/testing/factories.ts";
import { ensureBrowser } from "#lib/testing/browser.ts";
import { SignInPage } from "../pages/sign-in.ts";
import { WorkspacesPage } from "../pages/workspaces.ts";
import { cookieFor } from "../session.ts";
import type { Row } from "./measure.ts";

// What a browser sees: how much script comes, what moves, how soon there is something, how soon it answers; and how many
// clicks it takes from the sign-in to a workspace with a member.

type Person = { id: string; tenantId: string };
type Vitals = { cls: number; lcp: number; inp: number };

/** Runs in the page before anything else. */
function watch(): void {
  const vitals: Vitals = { cls: 0, lcp: 0, inp: 0 };
  Object.assign(window, { vitals });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!shift.hadRecentInput) vitals.cls += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    vitals.lcp = list.getEntries().at(-1)?.startTime ?? vitals.lcp;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const event of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
      if (event.interactionId > 0) vitals.inp = Math.max(vitals.inp, event.duration);
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  addEventListener(
    "click",
    ({ isTrusted }) => {
      if (isTrusted) sessionStorage.setItem("clicks", String(Number(sessionStorage.getItem("clicks")) + 1));
    },
    { capture: true },
  );
}

const told = (what: string, value: string, against = ""): Row => ({ what, value, against, figure: null, target: null });

export async function browserRows(url: string, superAdmin: Person): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const fresh = async (person?: Person) => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1280, height: 800 },
        locale: "en-US",
      });
      await context.addInitScript(watch);
      if (person) await context.addCookies([{ ...(await cookieFor(person)), url, httpOnly: true, sameSite: "Lax" }]);
      return context;
    };
    const acme = await aTenant({ workspaceLimit: 100 });
    return [...(await listPage(await fresh(superAdmin))), await humanFlow(await fresh(), acme)];
  } finally {
    await browser.close();
  }
}

async function listPage(context: BrowserContext): Promise<Row[]> {
  const page = await context.newPage();
  const bytes = await scriptBytes(page, () => new WorkspacesPage(page).open("?limit=50"));
  const list = new WorkspacesPage(page);
  const before = await vitalsOf(page);
  // As a hand would: a filter opened and closed, a menu, a search typed.
  await list.filter("Status", "Normal");
  await page
    .getByRole("button", { name: /^More for / })
    .first()
    .click();
  await page.keyboard.press("Escape");
  await list.search.pressSequentially("lab");
  await page.waitForURL(/search=lab/);
  const after = await vitalsOf(page);
  return [
    {
      what: "script of the list page, compressed",
      value: `${(bytes / 1000).toFixed(0)} kB`,
      against: "",
      figure: bytes / 1000,
      target: { at: "most", value: 200 },
    },
    {
      what: "layout shift of the list page (CLS)",
      value: before.cls.toFixed(3),
      against: "",
      figure: before.cls,
      target: { at: "most", value: 0 },
    },
    told("largest paint of the list page (LCP)", `${before.lcp.toFixed(0)} ms`),
    told("slowest interaction with it (INP)", after.inp === 0 ? "under 16 ms" : `${after.inp.toFixed(0)} ms`),
  ];
}

async function scriptBytes(page: Page, load: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await load();
  await page.waitForFunction(() => document.readyState === "complete");
  return bytes;
}

function vitalsOf(page: Page): Promise<Vitals> {
  return page.evaluate(
    () =>
      new Promise<Vitals>((resolve) =>
        requestAnimationFrame(() =>
          requestIdleCallback(() => resolve((window as unknown as { vitals: Vitals }).vitals)),
        ),
      ),
  );
}

/** Sign in, create an INTERNAL workspace with a member, see it. */
async function humanFlow(context: BrowserContext, acme: Tenant): Promise<Row> {
  await aUser(acme, { name: "Lin Mei" });
  const page = await context.newPage();
  const door = await new SignInPage(page).open();
  const began = performance.now();
  await door.signIn(acme.superAdmin.email, PASSWORD);
  const list = await new WorkspacesPage(page).ready();
  const dialog = await list.create();
  await dialog.name.pressSequentially("vision-lab");
  await dialog.type("INTERNAL").click();
  await dialog.people.to.pressSequentially("Lin");
  await dialog.dialog.getByRole("option", { name: "Lin Mei" }).first().click();
  await dialog.people.to.press("Tab");
  await dialog.submit.click();
  await list.row("vision-lab").waitFor();
  const took = (performance.now() - began) / 1000;
  const clicks = await page.evaluate(() => Number(sessionStorage.getItem("clicks")));
  return {
    what: "sign in, create with a member, see it: clicks",
    value: String(clicks),
    against: `${took.toFixed(1)} s for a machine that types`,
    figure: clicks,
    target: { at: "most", value: 6 },
  };
}

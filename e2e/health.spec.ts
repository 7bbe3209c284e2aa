import { expect, test } from "./fixtures.ts";

test("health is open to everybody and says only whether Atrium can answer", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
  expect(response.headers()["cache-control"]).toBe("no-store");
});

for (const path of ["/sign-in", "/no/such/page", "/api/health", "/favicon.ico"]) {
  test(`${path} has the headers that keep a browser safe`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-request-id": expect.stringMatching(/.{16,}/),
    });
    expect(headers).not.toHaveProperty("x-powered-by");
  });
}

for (const path of ["/sign-in", "/no/such/page"]) {
  test(`${path} runs no script without a nonce that nobody can guess`, async ({ request }) => {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 2; visit++) {
      const response = await request.get(path);
      const policy = response.headers()["content-security-policy"] ?? "";
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts).not.toContain("unsafe");
      for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(rule);
      }
      const nonce = /'nonce-([^']{16,})'/.exec(scripts)?.[1] ?? "";
      nonces.add(nonce);
      const opened = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(opened.length).toBeGreaterThan(0);
      for (const tag of opened) expect(tag).toContain(`nonce="${nonce}"`);
    }
    expect(nonces.size).toBe(2);
  });
}

test("an unknown address is a calm page", async ({ page, troubles }) => {
  troubles.expect(/404/);
  const response = await page.goto("/no/such/page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a page for people who are signed in leads to the sign-in page, and back", async ({ page }) => {
  await page.goto("/workspaces");
  await expect(page).toHaveURL("/sign-in?next=%2Fworkspaces");
});

test("cookies are out of reach of scripts and of other sites", async ({ request }) => {
  const response = await request.get("/api/auth/csrf");
  const cookies = response.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  expect(cookies.length).toBeGreaterThan(0);
  for (const { value } of cookies) {
    expect(value).toMatch(/;\s*HttpOnly/i);
    expect(value).toMatch(/;\s*SameSite=(Lax|Strict)/i);
  }
});

test("a body over 1 MiB is refused, wherever it goes", async ({ request }) => {
  const data = "x".repeat(1024 * 1024 + 1);
  for (const path of ["/sign-in", "/api/v1/workspaces", "/api/auth/callback/credentials"]) {
    expect((await request.post(path, { data })).status()).toBe(413);
  }
});

test("the API answers a stranger with a problem document", async ({ request }) => {
  const response = await request.get("/api/v1/workspaces");
  expect(response.status()).toBe(401);
  expect(response.headers()["content-type"]).toContain("application/problem+json");
  expect(await response.json()).toMatchObject({ status: 401, code: "unauthenticated" });
});

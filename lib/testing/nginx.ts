import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PROJECT, run } from "#lib/testing/run.ts";

const PLACES = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"];

const find = () => PLACES.find((file) => existsSync(file));

/** An nginx: the system's, or Debian's package, installed now where that is allowed. */
async function ensureNginx(): Promise<string> {
  const found = find();
  if (found) return found;
  let said = "";
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing nginx…");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const install = () => run("apt-get", ["install", "-y", "--no-install-recommends", "nginx-light"], { env });
    let ended = await install();
    if (ended.code !== 0) {
      await run("apt-get", ["update"], { env });
      ended = await install();
    }
    said = ended.output;
  }
  const installed = find();
  if (installed) return installed;
  throw new Error(
    `The test of two instances needs nginx, and there is none: install it (on Debian: apt-get install nginx-light).${said && `\n${said}`}`,
  );
}

/** nginx as docs/nginx.conf.example has it, but on these ports. Returns what ends it. */
export async function startNginx(port: number, instances: readonly [number, number]): Promise<() => Promise<void>> {
  const program = await ensureNginx();
  const folder = mkdtempSync(path.join(tmpdir(), "atrium-nginx-"));
  const example = readFileSync(path.join(PROJECT, "docs", "nginx.conf.example"), "utf8");
  const site = example
    .replace("127.0.0.1:3001", `127.0.0.1:${instances[0]}`)
    .replace("127.0.0.1:3002", `127.0.0.1:${instances[1]}`)
    .replace("listen 80;", `listen ${port};`);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${kind};`);
  const file = path.join(folder, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; master_process off; pid nginx.pid; error_log error.log;
events { worker_connections 512; }
http { access_log access.log; ${temporary.join(" ")}
${site}}
`,
  );
  const server = spawn(program, ["-p", folder, "-e", "error.log", "-c", file], { stdio: "ignore" });
  const leave = () => server.kill("SIGKILL");
  process.once("exit", leave);
  const stop = async () => {
    process.off("exit", leave);
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries === 50 || server.exitCode !== null) {
      const log = path.join(folder, "error.log");
      const said = existsSync(log) ? readFileSync(log, "utf8") : "";
      await stop();
      throw new Error(`nginx does not start: ${said}`);
    }
  }
  return stop;
}

function answers(port: number): Promise<boolean> {
  const asked = fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(1_000) });
  return asked.then(
    async (answer) => (await answer.text()) !== "" && answer.ok,
    () => new Promise((resolve) => setTimeout(() => resolve(false), 100)),
  );
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

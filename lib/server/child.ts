import { logger } from "../logger.ts";

const PATIENCE = 6_000;

/**
 * For the processes that the supervisor starts: `stop` runs once, at SIGTERM, at Ctrl-C, or when the supervisor is gone;
 * then the process ends, after 6 s in any case.
 */
export function endWithSupervisor(stop: () => Promise<void>): void {
  let ending = false;
  const end = (because: string) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    logger().debug({ because }, "stopping");
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger().error({ error }, "did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => end("SIGTERM"));
  process.on("SIGINT", () => end("SIGINT"));
  if (process.send) process.on("disconnect", () => end("the supervisor is gone"));
}

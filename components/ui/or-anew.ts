const MARK = "atrium-loaded-anew";
/** Twice within this time, loading anew has not helped. Milliseconds. */
const AGAIN = 30_000;

/**
 * Loads a piece of the page that is fetched when it is needed. Where the product was updated since the page was opened,
 * the piece is gone: the page is loaded anew at its address, which names the open task. A server that cannot be reached is
 * an error as ever.
 */
export async function orAnew<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load();
  } catch (error) {
    const well = await fetch("/api/health", { cache: "no-store" }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (!well || Date.now() - Number(sessionStorage.getItem(MARK)) < AGAIN) throw error;
    sessionStorage.setItem(MARK, String(Date.now()));
    location.reload();
    return new Promise<M>(() => undefined); // until the page is gone
  }
}

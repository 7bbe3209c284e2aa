import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Cell, Head, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { getT } from "#lib/i18n/server.ts";
import { deviceOf } from "#lib/me/rules.ts";
import type { SessionView } from "#lib/me/schema.ts";
import type { T } from "#lib/i18n/translator.ts";
import { EndSessionButton } from "./end-session-button.tsx";

export async function SessionsTable({ sessions }: { sessions: readonly SessionView[] }) {
  const t = await getT();
  return (
    <Table label={t("me.sessions.title")}>
      <TableHead>
        <Head>{t("me.sessions.device")}</Head>
        <Head>{t("me.sessions.address")}</Head>
        <Head number>{t("me.sessions.signedIn")}</Head>
        <Head number>{t("me.sessions.lastSeen")}</Head>
        <Head>{t("me.sessions.operation")}</Head>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <Row key={session.id}>
            <Cell className="font-medium" title={session.userAgent}>
              {device(session, t)}
            </Cell>
            <Cell className="font-mono text-xs">{session.address || t("me.sessions.unknown")}</Cell>
            <Cell number narrow="hide" className="whitespace-nowrap text-muted">
              <RelativeTime at={session.createdAt} />
            </Cell>
            <Cell number className="whitespace-nowrap text-muted">
              <RelativeTime at={session.lastSeenAt} />
            </Cell>
            <Cell className="whitespace-nowrap">
              {session.current ? (
                <StatusDot tone="ok">{t("me.sessions.current")}</StatusDot>
              ) : (
                <EndSessionButton id={session.id} device={device(session, t)} />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function device({ userAgent }: SessionView, t: T): string {
  const { browser, system } = deviceOf(userAgent);
  if (browser && system) return t("me.sessions.on", { browser, system });
  return browser ?? system ?? t("me.sessions.unknown");
}

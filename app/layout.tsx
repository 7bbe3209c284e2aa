import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { IntlOf } from "#components/shell/intl-of.tsx";
import { Providers } from "#components/shell/providers.tsx";
import { getLanguage, getT, getTheme, getTimeZone } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const name = (await getT())("app.name");
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The nonce of the content policy differs by request, so no page may be prerendered; asking for the headers says so.
  await headers();
  const [language, theme, timeZone] = await Promise.all([getLanguage(), getTheme(), getTimeZone()]);
  return (
    <html lang={language} data-made={Date.now()} className={`${theme} ${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <IntlOf language={language} timeZone={timeZone} now={Date.now()}>
          <Providers>{children}</Providers>
        </IntlOf>
      </body>
    </html>
  );
}

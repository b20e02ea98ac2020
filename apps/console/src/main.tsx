import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { watchNetwork } from "./api/connection";
import { ApiProblem } from "./api/problem";
import { createConsoleRouter } from "./app/router";
import { startLanguages } from "./locales";
import { sessionQuery } from "./session/session";
import { AppearanceProvider } from "./theme/Appearance";
import "./theme/base.css";
import "./theme/frame.css";
import "./theme/lists.css";
import "./theme/case.css";
import "./theme/engine.css";
import "./theme/evidence.css";
import "./theme/forms.css";
import "./theme/notice.css";
import "./theme/paper.css";
import "./theme/dossier.css";
import "./theme/month-end.css";
import "./theme/households.css";
import "./theme/look-back.css";
import "./theme/rosters.css";
import "./theme/sham.css";
import "./theme/why.css";

function whenSignedOut(error: unknown): void {
  if (!(error instanceof ApiProblem) || error.status !== 401) return;
  if (queries.getQueryData(sessionQuery.queryKey) === undefined) return;
  if (window.location.pathname === "/sign-in") return;
  queries.setQueryData(sessionQuery.queryKey, null);
  void router.navigate({ to: "/sign-in", search: { to: router.state.location.href } });
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: whenSignedOut }),
  mutationCache: new MutationCache({ onError: whenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      networkMode: "always",
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.isOutcomeUnknown,
    },
    mutations: { networkMode: "always" },
  },
});
const router = createConsoleRouter(queries);

async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (place === null) throw new Error("the page has no place for the console");
  watchNetwork();
  await startLanguages();
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <AppearanceProvider>
          <RouterProvider router={router} />
        </AppearanceProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start();

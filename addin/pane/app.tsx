import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PaneActions } from "./actions/pane-actions.ts";
import { BusyStrip } from "./parts/busy-strip.tsx";
import { Masthead } from "./parts/masthead.tsx";
import { Messages } from "./parts/messages.tsx";
import { PaneContext, usePane, type Pane } from "./parts/pane-context.ts";
import { TaskTabs } from "./parts/task-tabs.tsx";
import { useFindingKeys } from "./parts/use-finding-keys.ts";
import { useStoreState } from "./parts/use-store-state.ts";
import { BlankScreen } from "./screens/blank-screen.tsx";
import { CheckScreen } from "./screens/check-screen.tsx";
import { HelpScreen } from "./screens/help-screen.tsx";
import { PreviousScreen } from "./screens/previous-screen.tsx";
import { StartUpScreen } from "./screens/start-up-screen.tsx";
import { StructureScreen } from "./screens/structure-screen.tsx";
import { SubmitScreen } from "./screens/submit-screen.tsx";
import { UnknownFormScreen } from "./screens/unknown-form-screen.tsx";
import { WaitingScreen } from "./screens/waiting-screen.tsx";
import type { PaneStore } from "./state/pane-store.ts";

export interface AppProps {
  readonly store: PaneStore;
  readonly actions: PaneActions;
  /** The date of today as `2026-04-01`. */
  readonly today: string;
}

/** The task pane. */
export function App({ store, actions, today }: AppProps): JSX.Element {
  const state = useStoreState(store);
  const pane = useMemo<Pane>(() => ({ state, send: store.send, actions, today }), [state, store, actions, today]);
  return (
    <PaneContext.Provider value={pane}>
      {state.startUp.kind === "ready" ? <Workspace /> : <StartUpScreen startUp={state.startUp} />}
      <Announcement />
    </PaneContext.Provider>
  );
}

function Workspace(): JSX.Element {
  const pane = usePane();
  const { task } = pane.state;
  useFindingKeys(pane);
  return (
    <>
      <header class="head">
        <Masthead />
        <TaskTabs />
      </header>
      <main>
        <Messages />
        <div id="task" role="tabpanel" aria-labelledby={`tab-${task}`} class="task">
          <TaskScreen />
        </div>
      </main>
      <BusyStrip />
    </>
  );
}

function TaskScreen(): JSX.Element | null {
  const { state } = usePane();
  const { task, opened, review } = state;
  if (task === "help") return <HelpScreen />;
  if (opened?.kind === "blank") return <BlankScreen forms={opened.forms} />;
  if (opened?.kind === "unknown") return <UnknownFormScreen {...opened} />;
  if (!review) return <WaitingScreen />;
  if (task === "submit") return <SubmitScreen />;
  if (task === "structure") return <StructureScreen />;
  if (task === "previous") return <PreviousScreen />;
  return <CheckScreen />;
}

/** What a screen reader says by itself. It stands in the page from the first, for only changes are read out. */
function Announcement(): JSX.Element {
  const { state } = usePane();
  const { text, serial } = state.announcement;
  return (
    <div class="unseen" role="status" aria-live="polite">
      <span key={serial}>{text}</span>
    </div>
  );
}

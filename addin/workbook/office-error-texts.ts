/** What to say of an error; both are Japanese sentences. */
export interface ErrorText {
  /** What is wrong. */
  readonly title: string;
  /** What to do. */
  readonly advice: string;
  /** Whether doing the same again may help. */
  readonly canRetry: boolean;
}

const tellAdministrator = "続くときは、下の情報を情報システムの担当者に伝えてください。";

const cellEditing: ErrorText = {
  title: "セルに入力している途中なので、できませんでした。",
  advice: "Enter キーで入力を終えるか、Esc キーで取り消してから、もう一度お試しください。",
  canRetry: true,
};
const protectedCells: ErrorText = {
  title: "シートかブックが保護されているか、読み取り専用なので、できませんでした。",
  advice:
    "「編集を有効にする」が出ていれば押してください。保護されているときは、「校閲」タブから保護を解除してお試しください。解除のパスワードは、様式を配った部署にお尋ねください。",
  canRetry: true,
};
const busy: ErrorText = {
  title: "Excel が込み合っていて、できませんでした。",
  advice: "少し待ってから、もう一度お試しください。",
  canRetry: true,
};
const tooLarge: ErrorText = {
  title: "一度に扱う量が多すぎて、できませんでした。",
  advice: "ブックを分けるか、使っていない行と列を削除してから、もう一度お試しください。",
  canRetry: true,
};
const outdated: ErrorText = {
  title: "この Excel には、必要な機能がありません。",
  advice:
    "Excel を新しい版（Excel 2021 以降）に更新してください。更新できないときは、情報システムの担当者に相談してください。",
  canRetry: false,
};
const changedMeanwhile: ErrorText = {
  title: "ブックがその間に変わったので、できませんでした。",
  advice: "「もう一度」を押すと、今のブックを読み直します。",
  canRetry: true,
};
const disconnected: ErrorText = {
  title: "Excel との接続が切れました。",
  advice: "ブックを保存し、この作業ウィンドウを閉じて開き直してください。ネットワークの接続も確かめてください。",
  canRetry: true,
};
const obstructed: ErrorText = {
  title: "ほかの表や結合したセルと重なるので、できませんでした。",
  advice: "重なっている表、結合、フィルターを外してから、もう一度お試しください。",
  canRetry: true,
};
const notHere: ErrorText = {
  title: "このシートでは、できません。",
  advice: "表の入ったふつうのシートを選んでから、もう一度お試しください。",
  canRetry: true,
};
const nameTaken: ErrorText = {
  title: "同じ名前のシートか表が、もうあります。",
  advice: "「もう一度」を押すと、空いている名前で作り直します。",
  canRetry: true,
};
const wrongSelection: ErrorText = {
  title: "今の選択範囲では、できませんでした。",
  advice: "表のセルを一つ選んでから、もう一度お試しください。",
  canRetry: true,
};
const dialogOpen: ErrorText = {
  title: "Excel の別の画面が開いているので、できませんでした。",
  advice: "開いている画面を閉じてから、もう一度お試しください。",
  canRetry: true,
};
const notActive: ErrorText = {
  title: "このブックが手前に出ていないので、できませんでした。",
  advice: "このブックのウィンドウを手前に出してから、もう一度お試しください。",
  canRetry: true,
};
const signIn: ErrorText = {
  title: "サインインできませんでした。",
  advice: "Excel の「ファイル」の「アカウント」でサインインし直してから、もう一度お試しください。",
  canRetry: true,
};
const blocked: ErrorText = {
  title: "この操作は、許されていません。",
  advice: "情報システムの担当者に、アドインの権限を確かめてもらってください。",
  canRetry: false,
};
const noNetwork: ErrorText = {
  title: "ネットワークにつながりませんでした。",
  advice: "ネットワークの接続を確かめてから、もう一度お試しください。",
  canRetry: true,
};
const restart: ErrorText = {
  title: "Excel を開き直す必要があります。",
  advice: "ブックを保存し、Excel をすべて閉じてから、もう一度開いてください。",
  canRetry: false,
};
const inExcel: ErrorText = {
  title: "Excel の中で問題が起きて、できませんでした。",
  advice: `もう一度お試しください。うまくいかないときは、ブックを保存して Excel を開き直してください。${tellAdministrator}`,
  canRetry: true,
};
const inProgram: ErrorText = {
  title: "プログラムの不具合で、できませんでした。",
  advice: `ブックを保存し、この作業ウィンドウを開き直してお試しください。${tellAdministrator}`,
  canRetry: true,
};

/** By code: those of Excel's own API (`RichApi`) and of the library that carries it. */
export const officeErrorTexts: Readonly<Record<string, ErrorText>> = {
  AccessDenied: protectedCells,
  ActivityLimitReached: busy,
  ApiNotAvailable: outdated,
  ApiNotFound: outdated,
  BadPassword: {
    title: "パスワードが違うので、できませんでした。",
    advice: "パスワードは、様式を配った部署にお尋ねください。",
    canRetry: true,
  },
  CannotRegisterEvent: inProgram,
  CannotUpdateReadOnlyProperty: inProgram,
  "Client Error": inExcel,
  ClientError: inExcel,
  Conflict: changedMeanwhile,
  ConnectionFailure: disconnected,
  ContentLengthRequired: inProgram,
  ControlIdNotFound: inProgram,
  DirtySupportingFormula: {
    title: "計算の終わっていない数式があるので、できませんでした。",
    advice: "計算が終わるのを待ってから（手動計算のときは F9 キーを押してから）、もう一度お試しください。",
    canRetry: true,
  },
  EmptyChartSeries: notHere,
  EntryIdRequired: inProgram,
  FilteredRangeConflict: {
    title: "フィルターで隠れている行があるので、できませんでした。",
    advice: "「データ」タブの「クリア」でフィルターを外してから、もう一度お試しください。",
    canRetry: true,
  },
  FormulaLengthExceedsLimit: {
    title: "数式が長すぎて、できませんでした。",
    advice: "長い数式を短く分けてから、もう一度お試しください。",
    canRetry: true,
  },
  GeneralException: inExcel,
  HostRestartNeeded: restart,
  InactiveWorkbook: notActive,
  InsertDeleteConflict: obstructed,
  InstanceNotFound: changedMeanwhile,
  InteractiveFlowAborted: signIn,
  InvalidArgument: inProgram,
  InvalidBinding: changedMeanwhile,
  InvalidGrant: signIn,
  InvalidObjectPath: inProgram,
  InvalidOperation: {
    title: "今の Excel の状態では、できませんでした。",
    advice: "セルの入力を終え、開いている画面を閉じてから、もう一度お試しください。",
    canRetry: true,
  },
  InvalidOperationInCellEditMode: cellEditing,
  InvalidOrTimedOutSession: disconnected,
  InvalidReference: changedMeanwhile,
  InvalidRequest: inProgram,
  InvalidRequestContext: inProgram,
  InvalidResourceUrl: inProgram,
  InvalidRibbonDefinition: inProgram,
  InvalidSelection: wrongSelection,
  ItemAlreadyExists: nameTaken,
  ItemNotFound: changedMeanwhile,
  MemoryLimitReached: {
    title: "メモリーが足りなくて、できませんでした。",
    advice: "ほかのブックやアプリを閉じてから、もう一度お試しください。",
    canRetry: true,
  },
  MergedRangeConflict: obstructed,
  NonBlankCellOffSheet: {
    title: "シートの端に値があるので、行か列を増やせませんでした。",
    advice: "シートの一番下か右端にある値を削除してから、もう一度お試しください。",
    canRetry: true,
  },
  NotImplemented: outdated,
  ObjectNotFound: changedMeanwhile,
  OpenWorkbookLinksBlocked: blocked,
  OperationCellsExceedLimit: tooLarge,
  PivotTableRangeConflict: obstructed,
  PowerQueryRefreshResourceChallenge: signIn,
  PropertyNotLoaded: inProgram,
  RangeExceedsLimit: tooLarge,
  RangeImageExceedsLimit: tooLarge,
  RefreshWorkbookLinksBlocked: blocked,
  RequestAborted: {
    title: "途中で取り消されました。",
    advice: "もう一度お試しください。",
    canRetry: true,
  },
  RequestPayloadSizeLimitExceeded: tooLarge,
  ResourceNotSupported: outdated,
  ResponsePayloadSizeLimitExceeded: tooLarge,
  RunMustReturnPromise: inProgram,
  ServerError: busy,
  ServiceNotAvailable: busy,
  ServiceUrlNotFound: disconnected,
  SharedRuntimeNotAvailable: outdated,
  TicketInvalidParams: inProgram,
  TicketNetworkError: noNetwork,
  TicketUnauthorized: signIn,
  TicketUninitialized: inProgram,
  TicketUnknownError: signIn,
  Timeout: busy,
  Unauthenticated: signIn,
  UnexpectedError: inExcel,
  UnsupportedFeature: notHere,
  UnsupportedFillType: notHere,
  UnsupportedOperation: notHere,
  UnsupportedSheet: notHere,
  UnsupportedUserIdentity: signIn,
  UserNotSignedIn: signIn,
  ValueNotLoaded: inProgram,
  WriteNotSupportedWhenModalDialogOpen: dialogOpen,
  // What a browser says, by the name of the error.
  AbortError: noNetwork,
  NetworkError: noNetwork,
  QuotaExceededError: {
    title: "このパソコンの空き容量が足りなくて、できませんでした。",
    advice: "要らないファイルを削除してから、もう一度お試しください。",
    canRetry: true,
  },
  TimeoutError: noNetwork,
};

/** Of the older API, whose codes are numbers: single ones first, then by their thousands. */
export const commonErrorTexts: ReadonlyMap<number, ErrorText> = new Map([
  ...each([1007, 1008, 2009, 2014, 5103, 5104, 6101, 8023, 9057, 11_000], tooLarge),
  ...each([1001, 1004, 2001, 2002, 2004, 3000, 3003, 3004], wrongSelection),
  ...each([1006, 2003, 2010, 3010], obstructed),
  ...each([5000, 5007, 5015, 12_010, 13_000, 13_012], outdated),
  ...each([5002, 7002, 8001], protectedCells),
  ...each([5005, 3002, 3006, 4002, 6102], changedMeanwhile),
  ...each([5006, 5012], disconnected),
  ...each([5011, 5100, 5102, 13_013], busy),
  ...each([5016, 12_007, 12_012], dialogOpen),
  ...each([12_013, 12_014], notActive),
  ...each([7000, 9016, 12_004, 12_008, 12_009, 12_011, 13_011, 13_990], blocked),
  ...each([9021, 9041, 11_001, 13_010], noNetwork),
  ...each([5001, 9020, 13_991], inExcel),
]);

/** Of the thousands of a number. */
export const commonErrorGroups: ReadonlyMap<number, ErrorText> = new Map([
  ...each([1, 2, 3, 4, 5, 6, 7, 8, 9, 11], inProgram),
  [12, dialogOpen],
  [13, signIn],
]);

/** Of anything else. */
export const unknownErrorText: ErrorText = inProgram;

function each(codes: readonly number[], text: ErrorText): (readonly [number, ErrorText])[] {
  return codes.map((code) => [code, text]);
}

/**
 * Nouns of action that take する, as official papers use them. Those that need an object (配布を行う, 配布する) and those
 * that have none (増加する) take different particles.
 */
const TRANSITIVE =
  "実施 開催 配布 配付 配置 派遣 支援 推進 促進 整備 強化 充実 拡充 拡大 提供 発行 作成 策定 検討 改善 改修 修繕 補修 更新 設置 開設 増設 新設 運営 管理 運用 活用 利用 周知 啓発 普及 広報 発信 公開 公表 掲載 募集 交付 支給 助成 補助 給付 貸与 融資 導入 構築 確保 維持 保全 保護 保存 育成 養成 指導 助言 訓練 調査 点検 確認 把握 分析 検証 評価 審査 認定 許可 登録 委託 受託 調整 協議 策定 見直し 改正 改定 制定 廃止 縮小 削減 軽減 抑制 防止 予防 解消 解決 創出 創設 醸成 形成 収集 処理 処分 回収 徴収 整理 統合 移管 移転 建設 建築 施工 施行 執行 購入 取得 売却 譲渡 貸付 貸出 閲覧 展示 放送 配信 通知 送付 郵送 発送 発注 契約 監視 監督 監査 計測 測定 測量 設計 計画 企画 立案 編集 印刷 翻訳 通訳 紹介 案内 説明 報告 勧奨 勧告 要請 要望 依頼 招待 表彰 選定 選考 任命 採用 雇用 研修 講習 受診 診断 治療 接種 検査 観察 相談 訪問 巡回 撤去 舗装 除雪 清掃 植栽 伐採 剪定 造成 復旧 補強 耐震 誘致 誘導 振興 支払 徹底 実現 実践 継続 開始 終了 中止 延期 再開 休止 停止 変更 修正 追加 集約 共有 蓄積 保管 保管 引上げ 引下げ";
const INTRANSITIVE =
  "増加 減少 向上 低下 成長 発生 参加 出席 参画 従事 寄与 貢献 協力 着手 対応 来場 来館 受賞 完成 完了 定着 進展 悪化 好転 回復 発展 停滞 上昇 下落 推移";

/** Actions done to something. */
export const TRANSITIVE_NOUNS: ReadonlySet<string> = new Set(TRANSITIVE.split(" "));
/** Actions and changes without an object. */
export const INTRANSITIVE_NOUNS: ReadonlySet<string> = new Set(INTRANSITIVE.split(" "));

/** 支払う has its own verb: 支払い, not 支払し. */
const OWN_VERB = new Set(["支払"]);

/** 拡充, 増加: a noun of two kanji that する makes a verb of, and nothing else does. */
export function isVerbalNoun(word: string): boolean {
  return (TRANSITIVE_NOUNS.has(word) || INTRANSITIVE_NOUNS.has(word)) && !OWN_VERB.has(word);
}

import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "../parts/icon.tsx";

/** ヘルプ: what the pane does, what it writes, and the keys. */
export function HelpScreen(): JSX.Element {
  return (
    <article class="help">
      <section>
        <h2 class="section-title">使い方</h2>
        <dl class="terms">
          <Term name="検証">
            誤りや表記の揺れを一覧にします。行を選ぶとセルへ移動し、直し方と理由が出ます。検証だけでブックが書き換わることはありません。
          </Term>
          <Term name="提出前">直すところ、説明でよいところ、提出できるかどうかを 1 ページにまとめます。</Term>
          <Term name="整形">様式の表を、1 行 1 件のデータの表にします。新しいシートを足すだけです。</Term>
          <Term name="前年">前年度のブックと比べて、変わったところを調べます。</Term>
        </dl>
      </section>
      <section>
        <h2 class="section-title">しるし</h2>
        <ul class="legend">
          <Sign icon="error" name="誤り">
            確かに直すべきものです。
          </Sign>
          <Sign icon="warning" name="警告">
            審査する人が尋ねるものです。直すか、理由を添えて確認済みにします。
          </Sign>
          <Sign icon="info" name="情報">
            表記などの知らせです。
          </Sign>
          <Sign icon="accepted" name="確認済み">
            理由と名前を添えて、このままで良いとしたものです。
          </Sign>
          <Sign icon="lapsed" name="失効">
            値が変わって、数えなくなった確認です。
          </Sign>
        </ul>
      </section>
      <section>
        <h2 class="section-title">キーボード</h2>
        <dl class="keys">
          <Key keys={["F8"]}>次の指摘へ</Key>
          <Key keys={["Shift", "F8"]}>前の指摘へ</Key>
          <Key keys={["↑", "↓"]}>一覧の行を移る</Key>
          <Key keys={["←", "→"]}>まとまりを閉じる・開く</Key>
          <Key keys={["Enter"]}>指摘を開き、セルへ移動</Key>
          <Key keys={["Esc"]}>一覧に戻る</Key>
          <Key keys={["F6"]}>Excel のシートと作業ウィンドウを移る</Key>
        </dl>
      </section>
      <section>
        <h2 class="section-title">書き込むもの</h2>
        <p>
          「直す」を押したセル、シート「確認済み」「前年対応」、整形や書き出しで足すシートだけです。数式、保護されたシート、見たあとで変わったセルには書き込みません。
        </p>
        <p>ブックの内容を、この画面から外へ送ることはありません。</p>
      </section>
    </article>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sign({
  icon,
  name,
  children,
}: {
  readonly icon: IconName;
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <li>
      <span class={`mark mark-${icon}`}>
        <Icon name={icon} />
      </span>
      <span>
        <b>{name}</b>
        <br />
        {children}
      </span>
    </li>
  );
}

function Key({
  keys,
  children,
}: {
  readonly keys: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

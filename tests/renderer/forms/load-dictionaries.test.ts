import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { UserError } from "../../../core/user-error.ts";
import { loadDictionaries } from "../../../renderer/forms/load-dictionaries.ts";
import { BUILT_IN_TEMPLATES, findForm, loadForms } from "../../../renderer/forms/load-forms.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hyoka-dictionaries-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function folders() {
  return { folder: join(root, "own-form"), sharedFolder: join(root, "shared") };
}

function write(folder: string, file: string, content: string) {
  mkdirSync(join(root, folder, "dictionaries"), { recursive: true });
  writeFileSync(join(root, folder, "dictionaries", file), content);
}

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError && error.code === "form-invalid") return error.message;
    throw error;
  }
  throw new Error("expected a UserError");
}

describe("loadDictionaries", () => {
  test("帳票の項目が共通の項目より先に来る", () => {
    write(
      "shared",
      "terms.json",
      '[{ "term": "指定管理者制度", "informal": ["指定管理制度"], "source": "地方自治法" }]',
    );
    write(
      "own-form",
      "terms.json",
      '\ufeff[{ "term": "市民活動センター", "informal": ["市活センター"], "source": "条例" }]',
    );
    expect(loadDictionaries(folders()).terms.map(({ term }) => term)).toEqual(["市民活動センター", "指定管理者制度"]);
  });

  test("ファイルもフォルダーもなくてよい", () => {
    expect(loadDictionaries(folders())).toEqual({
      spellings: [],
      homophones: [],
      terms: [],
      organisations: [],
      aliases: [],
    });
  });

  test("誤りはファイルと場所を示す", () => {
    write(
      "own-form",
      "organisations.json",
      '[{ "name": "総務課", "from": "令和5年度", "source": "規則" }, { "nmae": "財政課" }]',
    );
    expect(messageOf(() => loadDictionaries(folders()))).toBe(
      [
        "辞書 own-form/dictionaries/organisations.json に 4 か所の誤りがあります。",
        "  [0].from: 整数でなければなりません。",
        "  [1].name: がありません。",
        "  [1].source: がありません。",
        "  [1].nmae: は知らない項目です。名前の誤りではありませんか。",
      ].join("\n"),
    );
  });

  test("JSON でないファイルと、知らない名前のファイル", () => {
    write("own-form", "terms.json", "[{ ");
    expect(messageOf(() => loadDictionaries(folders()))).toMatch(
      /^辞書 own-form\/dictionaries\/terms\.json が JSON として読めません/u,
    );
    rmSync(join(root, "own-form"), { recursive: true });
    write("own-form", "words.json", "[]");
    expect(messageOf(() => loadDictionaries(folders()))).toBe("own-form/dictionaries/words.json は知らない辞書です。");
  });
});

describe("備え付けの辞書", () => {
  const shared = loadDictionaries({
    folder: join(BUILT_IN_TEMPLATES, "none"),
    sharedFolder: join(BUILT_IN_TEMPLATES, "shared"),
  });

  test("すべての帳票で読める", () => {
    for (const form of loadForms()) expect(loadDictionaries(form).spellings.length).toBeGreaterThanOrEqual(60);
    expect(loadDictionaries(findForm(loadForms(), "sendai-projects")).organisations[0]?.name).toBe("こども若者局");
    expect(shared.homophones.length).toBeGreaterThanOrEqual(40);
    expect(shared.terms.length).toBeGreaterThanOrEqual(30);
  });

  test("同じ語を二度扱わない", () => {
    const words = [
      shared.spellings.flatMap(({ spellings }) => spellings),
      shared.homophones.map(({ wrong }) => wrong),
      shared.terms.flatMap(({ term, informal }) => [term, ...informal]),
      shared.organisations.map(({ name }) => name),
    ];
    for (const list of words) expect(list.filter((word, i) => list.indexOf(word) !== i)).toEqual([]);
  });

  test("誤りと正しい語は違い、例外は誤りの語を含む", () => {
    for (const { wrong, right, except = [] } of shared.homophones) {
      expect(wrong).not.toBe(right);
      for (const longer of except) expect(longer).toContain(wrong);
    }
  });

  test("正しい語の中に、誤りの語が含まれない", () => {
    const wrongs = shared.homophones.filter(({ near }) => !near);
    for (const { right } of shared.homophones) {
      for (const { wrong, except = [] } of wrongs) {
        if (except.some((longer) => right.includes(longer))) continue;
        expect(right).not.toContain(wrong);
      }
    }
  });
});

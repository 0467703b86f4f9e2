import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { guardCell, plainCsv, spreadsheetCsv, unguardCell } from "./write.ts";

const cell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("=1+1", "+1", "-1", "@a", "\tx", "\rx", "'=1", "''=1", "a,b", 'a"b', "a\r\nb", "", " ", "قانون", "'plain"),
);

test("a table reads back as it was, for programs and, unmarked, for spreadsheets", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const table = rows.map(([a, b]) => ({ a, b }));
      assert.deepEqual(parse(plainCsv(["a", "b"], table)), [["a", "b"], ...rows]);
      assert.deepEqual(
        (parse(spreadsheetCsv(["a", "b"], table), { bom: true }) as string[][]).slice(1).map((row) => row.map(unguardCell)),
        rows,
      );
    }),
  );
});

test("what would be a formula is text, and numbers stay numbers", () => {
  fc.assert(fc.property(cell, (text) => !/^[=+\-@\t\r]/.test(guardCell(text))));
  assert.deepEqual(
    parse(spreadsheetCsv(["a"], [{ a: -12.5 }, { a: "-12.5" }, { a: null }, { a: false }]), {
      bom: true,
      skip_empty_lines: false,
      relax_column_count: true,
    }),
    [["a"], ["-12.5"], ["'-12.5"], [""], ["false"]],
  );
});

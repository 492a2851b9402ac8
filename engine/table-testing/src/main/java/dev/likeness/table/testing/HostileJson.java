package dev.likeness.table.testing;

import java.util.List;

/** JSON that is deep, broken, endless or no table. */
final class HostileJson {

  private static final String OBJECT = "{\"a\": 1, \"b\": \"x\"}";

  private HostileJson() {}

  static List<HostileFile> all() {
    Cases cases = new Cases("json");
    whole(cases);
    depth(cases);
    values(cases);
    columns(cases);
    return cases.list();
  }

  private static void whole(Cases cases) {
    for (String text :
        List.of(
            "{",
            "[",
            "{}",
            "[]",
            "[{}]",
            "[[]]",
            "{\"",
            "{\"a",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "[{\"a\":1}",
            "[{\"a\":1},",
            "[{\"a\":1}]]",
            "{\"a\":1}}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":1,}",
            "[1,2,3]",
            "[\"x\",\"y\"]",
            "[null]",
            "null",
            "true",
            "\"text\"",
            "42",
            "{\"a\":tru}",
            "{\"a\":NaN}",
            "{\"a\":-}",
            "{\"a\":01}",
            "{\"a\":1.}",
            "{\"a\":.5}",
            "{\"a\":1e}",
            "{\"a\":+1}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":\"\\u0000\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":1}{\"a\":2}",
            "{\"a\":1},{\"a\":2}",
            "{\"a\":1} // x\n",
            "/* x */ {\"a\":1}",
            "\ufeff{\"a\":1}",
            "{\"a\":1}\n\n\n{\"a\":2}\n",
            "{\"a\":1}\n{\"a\":",
            "{\"a\":1}\nnull\n{\"a\":2}",
            "{\"a\":1}\n[1]\n",
            "[{\"a\":1},2]",
            "{\"a\":1}\u0000{\"a\":2}",
            "{\"data\":[{\"a\":1}]}")) {
      cases.text("whole-" + cases.list().size(), text);
    }
  }

  private static void depth(Cases cases) {
    for (int depth : new int[] {100, 1_001, 100_000, 3_000_000}) {
      cases
          .add("deep-arrays-" + depth, () -> Cases.filled(depth, '['))
          .add("deep-objects-" + depth, () -> Cases.utf8("{\"a\":".repeat(depth)))
          .add(
              "deep-value-" + depth,
              () -> Cases.utf8("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));
    }
    cases.add(
        "deep-in-a-late-row",
        () -> Cases.utf8((OBJECT + "\n").repeat(20_000) + "{\"a\":" + "[".repeat(100_000)));
  }

  private static void values(Cases cases) {
    cases
        .add("long-number", () -> Cases.utf8("{\"a\":" + "9".repeat(900_000) + "}"))
        .add("number-over-a-megabyte", () -> Cases.utf8("{\"a\":" + "9".repeat(3 << 20) + "}"))
        .text("large-exponent", "{\"a\":1e999999999}\n{\"a\":-1e-999999999}")
        .add("long-text", () -> Cases.utf8("{\"a\":\"" + "x".repeat(3 << 20) + "\"}"))
        .add("endless-text", () -> Cases.utf8("{\"a\":\"" + "x".repeat(12 << 20)))
        .add("endless-escapes", () -> Cases.utf8("{\"a\":\"" + "\\u0041".repeat(400_000) + "\"}"))
        .add("endless-blanks", () -> Cases.utf8("{\"a\":" + " ".repeat(12 << 20) + "1}"))
        .add(
            "large-record",
            () -> Cases.utf8("{" + ("\"a\":\"" + "x".repeat(800_000) + "\",").repeat(14)))
        .text("script-and-formula", "{\"<script>\":\"=1+1\",\"__proto__\":{\"x\":1}}")
        .text("nested-values", "{\"a\":{\"b\":{\"c\":[1,{\"d\":2}]}}}\n".repeat(20))
        .text(
            "kinds-that-change",
            "{\"a\":1}\n{\"a\":\"x\"}\n{\"a\":[1]}\n{\"a\":{\"b\":1}}\n{\"a\":null}\n{\"a\":true}\n")
        .add(
            "invalid-utf8",
            () ->
                Cases.join(
                    Cases.utf8("{\"a\":\""), Cases.bytes(0xC3, 0x28, 0xFF), Cases.utf8("\"}")))
        .add("utf16", () -> (OBJECT + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_16));
  }

  private static void columns(Cases cases) {
    cases
        .text("same-key-twice", "{\"a\":1,\"a\":2,\"A\":3}\n".repeat(3))
        .text("keys-that-are-empty", "{\"\":1,\" \":2,\"\\n\":3,\"\\u0000\":4}")
        .text(
            "keys-of-the-machine",
            "{\"c0\":1,\"rowid\":2,\"__proto__\":3,\"constructor\":4,\"toString\":5}")
        .add("5000-keys", () -> keys(1, 5_000))
        .add("a-new-key-in-each-row", () -> keys(50_000, 1))
        .add("a-key-of-megabytes", () -> Cases.utf8("{\"" + "k".repeat(3 << 20) + "\":1}"))
        .text("rows-without-a-common-key", "{\"a\":1}\n{\"b\":2}\n{}\n{\"c\":3}\n")
        .text("empty-objects", "{}\n".repeat(1_000));
  }

  private static byte[] keys(int rows, int perRow) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      text.append('{');
      for (int key = 0; key < perRow; key++) {
        text.append(key == 0 ? "" : ",").append("\"k").append(row * perRow + key).append("\":1");
      }
      text.append("}\n");
    }
    return Cases.utf8(text.toString());
  }
}

package dev.likeness.table.profile;

import dev.likeness.table.TemporalFormat;
import dev.likeness.table.format.TemporalPatterns;
import dev.likeness.table.format.ValueShapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * One look at all values of a column: who could read how many, and what is frequent. The order in
 * which values come does not matter. They come as distinct values with their counts, or cell by
 * cell, or the data engine has counted texts already.
 */
final class ColumnScan {

  private static final int TOP = 20;
  private static final int SHOWN = 120;
  private static final double ALIVE = 0.5;
  private static final Comparator<TopValue> RARER =
      Comparator.comparingLong(TopValue::count)
          .thenComparing(TopValue::value, Comparator.reverseOrder());

  private final List<NumberVote> numbers;
  private final List<TemporalVote> moments;
  private final PriorityQueue<TopValue> top = new PriorityQueue<>(RARER);
  private final Map<String, Long> tokens = new HashMap<>();
  private final Map<String, Long> asMissing = new HashMap<>();
  private final Optional<CellCounts> sketch;
  private final Asked asked;
  private final boolean alone;
  private long count;
  private long tokenCount;
  private long codes;
  private long characters;
  private OptionalLong distinct = OptionalLong.empty();
  private long singles;
  private List<TopValue> ranked = List.of();
  private Optional<ColumnScan> sample = Optional.empty();

  /**
   * Proposes formats from the first values of the column.
   *
   * @param sketch of different texts, where numbers are summed up instead of kept
   */
  ColumnScan(List<String> head, Asked asked, Optional<CellCounts> sketch) {
    this.asked = asked;
    this.sketch = sketch;
    this.alone = false;
    List<String> values = head.stream().filter(cell -> !ValueShapes.missing(cell)).toList();
    numbers =
        NumberStyles.of(values, asked).stream()
            .filter(vote -> asked.numeric() || vote.reads(values) >= ALIVE * values.size())
            .toList();
    moments = new ArrayList<>();
    for (TemporalFormat format : formats(values)) {
      TemporalVote vote = new TemporalVote(format, Optional.empty());
      values.forEach(value -> vote.take(value, 0, value.length(), 1));
      if (asked.temporal() || vote.parsed() >= ALIVE * values.size()) {
        moments.add(new TemporalVote(format, stricter(format.pattern())));
      }
    }
    if (sketch.isPresent()) {
      numbers.forEach(vote -> vote.sumUp(values));
      moments.forEach(TemporalVote::sumUp);
    }
  }

  private Optional<TemporalVote> stricter(String pattern) {
    String strict = TemporalPatterns.strict(pattern);
    return moments.stream().filter(vote -> vote.pattern().equals(strict)).findFirst();
  }

  private ColumnScan(NumberVote only, Asked asked) {
    this.numbers = List.of(only);
    this.moments = List.of();
    this.asked = asked;
    this.sketch = Optional.empty();
    this.alone = true;
  }

  /**
   * A new scan for plain numbers only, where no other style can win as long as these are all there
   * is. It {@linkplain #givesUp gives up} at the first value that is none.
   */
  Optional<ColumnScan> alone() {
    boolean several = keeps() && moments.isEmpty() && numbers.size() > 1;
    return several && numbers.getFirst().isPlain()
        ? Optional.of(new ColumnScan(numbers.getFirst().anew(), asked))
        : Optional.empty();
  }

  /** Whether a value turned up that a scan for one style only cannot read. */
  boolean givesUp() {
    return alone && values() > numbers.getFirst().parsed();
  }

  private List<TemporalFormat> formats(List<String> values) {
    if (!asked.mayBeTemporal()) {
      return List.of();
    }
    return asked
        .said()
        .pattern()
        .map(pattern -> List.of(TemporalPatterns.of(pattern, values)))
        .orElseGet(() -> TemporalPatterns.of(values));
  }

  /** Whether first values look like numbers or moments. */
  boolean isTyped() {
    return !numbers.isEmpty() || !moments.isEmpty();
  }

  /** Whether numbers or moments explain enough cells. */
  boolean isRead() {
    return asked.numeric()
        || asked.temporal()
        || numbers.stream().anyMatch(this::accepts)
        || moments.stream().anyMatch(this::accepts);
  }

  /** Whether a column is of numbers although some cells are none. */
  boolean accepts(NumberVote vote) {
    return Strays.few(values(), vote.parsed())
        || Strays.amongNumbers(values(), vote.parsed(), codes, distinct(vote.numbers()));
  }

  /** Whether a column is of dates or times although some cells are none. */
  boolean accepts(TemporalVote vote) {
    return Strays.few(values(), vote.parsed())
        || Strays.amongMoments(
            values(), vote.parsed(), vote.isOfDigits(), distinct(vote.moments()));
  }

  private long distinct(Distincts read) {
    return read.isKept() ? read.distinct() : distinctValues();
  }

  /** Takes a distinct value and how often it occurs. */
  void take(String cell, long times) {
    if (asked.missing(cell)) {
      asMissing.merge(cell, times, Long::sum);
      return;
    }
    count += times;
    distinct = OptionalLong.of(distinct.orElse(0) + 1);
    characters += cell.length();
    singles += times == 1 ? 1 : 0;
    if (top.size() < TOP || times >= top.peek().count()) {
      top.add(new TopValue(cell, times));
      if (top.size() > TOP) {
        top.poll();
      }
    }
    if (!vote(cell, 0, cell.length(), times)) {
      untyped(cell, times);
    }
  }

  /** Takes a cell that is neither number nor moment. */
  private void untyped(String cell, long times) {
    if (ValueShapes.missing(cell)) {
      token(cell, times);
    } else if (isTyped() && Strays.code(cell)) {
      codes += times;
    }
  }

  private void token(String cell, long times) {
    tokens.merge(cell, times, Long::sum);
    tokenCount += times;
  }

  /**
   * Takes cells that stand one after the other.
   *
   * @return how many there are
   */
  long take(byte[] cells, byte between) {
    String text = new String(cells, StandardCharsets.UTF_8);
    boolean plain =
        text.length() == cells.length && isPlain() && asked.tokens().isEmpty() && keeps();
    long taken = 0;
    for (int from = 0; from <= text.length(); taken++) {
      int end = plain ? plain(cells, from, between) : -1;
      if (end < 0) {
        int next = text.indexOf(between, from);
        end = next < 0 ? text.length() : next;
        take(text, from, end);
      }
      from = end + 1;
    }
    numbers.forEach(NumberVote::addShapes);
    return taken;
  }

  /** Whether one vote can take most cells the quick way, and no other wants these. */
  private boolean isPlain() {
    if (moments.isEmpty()) {
      return numbers.size() == 1 && numbers.getFirst().isPlain();
    }
    return numbers.isEmpty()
        && moments.getFirst().isPlain()
        && moments.stream().skip(1).allMatch(vote -> vote.follows(moments.getFirst()));
  }

  private int plain(byte[] cells, int from, byte between) {
    if (from == cells.length) {
      return -1;
    }
    int end =
        moments.isEmpty()
            ? numbers.getFirst().takePlain(cells, from, between)
            : moments.getFirst().takePlain(cells, from, between);
    if (end >= 0) {
      count++;
      characters += end - from;
    }
    return end;
  }

  /** Takes one cell, which is a part of a text. */
  private void take(String text, int from, int to) {
    if (!asked.tokens().isEmpty() && asked.missing(text.substring(from, to))) {
      asMissing.merge(text.substring(from, to), 1L, Long::sum);
      return;
    }
    count++;
    characters += to - from;
    if (sketch.isPresent()) {
      sketch.get().add(CellCounts.hash(text, from, to));
    }
    if (!vote(text, from, to, 1) && isTyped()) {
      untyped(text.substring(from, to), 1);
    }
  }

  /** Takes what the data engine has counted: all but numbers and moments. */
  void take(long cells, long different, long once, long length, List<TopValue> most) {
    count = cells;
    distinct = OptionalLong.of(different);
    singles = once;
    characters = length;
    ranked = most.stream().sorted(RARER.reversed()).toList();
  }

  /** Names a scan of a sample of rows, which has the numbers that this one only summed up. */
  void sample(ColumnScan scan) {
    sample = Optional.of(scan);
  }

  /** The numbers that are kept for those of a vote: all, or those of a sample. */
  Distincts kept(NumberVote vote) {
    return sample.map(s -> s.numbers.get(numbers.indexOf(vote)).numbers()).orElse(vote.numbers());
  }

  /** The moments that are kept for those of a vote: all, or those of a sample. */
  Distincts kept(TemporalVote vote) {
    return sample.map(s -> s.moments.get(moments.indexOf(vote)).moments()).orElse(vote.moments());
  }

  /** Takes frequent values that were found in a sample and counted. */
  void take(List<TopValue> most) {
    ranked = most.stream().sorted(RARER.reversed()).limit(TOP).toList();
  }

  private boolean vote(String text, int from, int to, long times) {
    boolean typed = false;
    for (int i = 0; i < numbers.size(); i++) {
      typed |= numbers.get(i).take(text, from, to, times);
    }
    for (int i = 0; i < moments.size(); i++) {
      typed |= moments.get(i).take(text, from, to, times);
    }
    return typed;
  }

  /** Cells that are not empty. */
  long count() {
    return count;
  }

  long distinct() {
    if (sketch.isPresent()) {
      return Math.min(count, sketch.get().distinct());
    }
    if (distinct.isEmpty()) {
      distinct = OptionalLong.of(read().map(Distincts::distinct).orElse(0L) + tokens.size());
    }
    return distinct.getAsLong();
  }

  /** The numbers or moments that explain most cells. */
  private Optional<Distincts> read() {
    Optional<TemporalVote> moment = moment();
    return moment.isPresent()
        ? moment.map(TemporalVote::moments)
        : numbers.stream()
            .max(Comparator.comparingLong(NumberVote::parsed))
            .map(NumberVote::numbers);
  }

  /** Whether numbers are kept, so that quantiles are known. */
  boolean keeps() {
    return sketch.isEmpty();
  }

  /** Whether everything was counted, nothing estimated. */
  boolean isExact() {
    return sketch.filter(CellCounts::isEstimate).isEmpty();
  }

  /** Share of distinct values among the cells that are not empty. */
  double distinctShare() {
    return count == 0 ? 0 : (double) distinct() / count;
  }

  /** Cells that are neither empty nor a token for "missing". */
  long values() {
    return count - tokenCount;
  }

  long distinctValues() {
    return distinct() - tokens.size();
  }

  long singles() {
    return sketch.map(CellCounts::singles).orElse(singles);
  }

  double meanLength() {
    return count == 0 ? 0 : (double) characters / count;
  }

  Optional<NumberVote> number(char delimiter) {
    return NumberStyles.best(numbers, delimiter);
  }

  Optional<TemporalVote> moment() {
    TemporalVote best = null;
    for (TemporalVote vote : moments) {
      if (vote.parsed() > 0 && (best == null || vote.parsed() > best.parsed())) {
        best = vote;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether day and month could as well be the other way round. */
  boolean ambiguous(TemporalVote best) {
    return moments.stream()
        .anyMatch(
            vote ->
                vote.parsed() == best.parsed()
                    && TemporalPatterns.swapped(vote.pattern(), best.pattern()));
  }

  /** The vote for the pattern with day and month the other way round. */
  Optional<TemporalVote> other(TemporalVote best) {
    return moments.stream()
        .filter(vote -> TemporalPatterns.swapped(vote.pattern(), best.pattern()))
        .findFirst();
  }

  /** Cells that were said to be missing, as they stand. */
  List<String> asMissing() {
    return asMissing.keySet().stream().sorted().toList();
  }

  /** The most frequent token for "missing"; empty cells count too. */
  String missingToken(long rows) {
    String token = "";
    long most = rows - count - asMissing.values().stream().mapToLong(times -> times).sum();
    Map<String, Long> all = new HashMap<>(tokens);
    all.putAll(asMissing);
    for (Map.Entry<String, Long> entry : all.entrySet()) {
      boolean more = entry.getValue() > most;
      boolean tie =
          entry.getValue() == most && !token.isEmpty() && entry.getKey().compareTo(token) < 0;
      if (more || tie) {
        token = entry.getKey();
        most = entry.getValue();
      }
    }
    return token;
  }

  private List<TopValue> ranked() {
    return ranked.isEmpty() ? top.stream().sorted(RARER.reversed()).toList() : ranked;
  }

  /** The most frequent values, shortened where they are long. */
  List<TopValue> top() {
    return ranked().stream()
        .map(value -> new TopValue(shortened(value.value()), value.count()))
        .toList();
  }

  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** The most frequent values as they stood. */
  List<String> topTexts() {
    return ranked().stream().map(TopValue::value).toList();
  }
}

package dev.likeness.table.profile;

import dev.likeness.table.format.TemporalPatterns;
import dev.likeness.table.format.ValueShapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * One look at all distinct values of a column: who could read how many, and what is frequent. The
 * order in which values come does not matter.
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
  private final List<String> asMissing = new ArrayList<>();
  private final Asked asked;
  private long count;
  private long distinct;
  private long tokenCount;
  private long tokenDistinct;
  private long characters;
  private long singles;

  /** Proposes formats from the first values of the column. */
  ColumnScan(List<String> head, Asked asked) {
    this.asked = asked;
    List<String> values = head.stream().filter(cell -> !ValueShapes.missing(cell)).toList();
    numbers = NumberStyles.of(values, asked);
    moments = new ArrayList<>();
    for (String pattern : patterns(values)) {
      TemporalVote vote = new TemporalVote(pattern);
      values.forEach(value -> vote.take(value, 1));
      if (asked.temporal() || vote.parsed() >= ALIVE * values.size()) {
        moments.add(new TemporalVote(pattern));
      }
    }
  }

  private List<String> patterns(List<String> values) {
    if (!asked.mayBeTemporal()) {
      return List.of();
    }
    return asked.said().pattern().map(List::of).orElseGet(() -> TemporalPatterns.of(values));
  }

  /** Takes a distinct value and how often it occurs. */
  void take(String cell, long times) {
    if (asked.missing(cell)) {
      asMissing.add(cell);
      tokens.merge(cell, times, Long::sum);
      return;
    }
    count += times;
    distinct++;
    characters += cell.length();
    singles += times == 1 ? 1 : 0;
    top.add(new TopValue(cell, times));
    if (top.size() > TOP) {
      top.poll();
    }
    boolean typed = false;
    for (NumberVote vote : numbers) {
      typed |= vote.take(cell, times);
    }
    for (TemporalVote vote : moments) {
      typed |= vote.take(cell, times);
    }
    if (!typed && ValueShapes.missing(cell)) {
      tokens.merge(cell, times, Long::sum);
      tokenCount += times;
      tokenDistinct++;
    }
  }

  /** Cells that are not empty. */
  long count() {
    return count;
  }

  long distinct() {
    return distinct;
  }

  /** Share of distinct values among the cells that are not empty. */
  double distinctShare() {
    return count == 0 ? 0 : (double) distinct / count;
  }

  /** Cells that are neither empty nor a token for "missing". */
  long values() {
    return count - tokenCount;
  }

  long distinctValues() {
    return distinct - tokenDistinct;
  }

  long singles() {
    return singles;
  }

  double meanLength() {
    return distinct == 0 ? 0 : (double) characters / distinct;
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
    return asMissing.stream().sorted().toList();
  }

  /** The most frequent token for "missing"; empty cells count too. */
  String missingToken(long rows) {
    String token = "";
    long most = rows - count - asMissing.stream().mapToLong(cell -> tokens.get(cell)).sum();
    for (Map.Entry<String, Long> entry : tokens.entrySet()) {
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

  /** The most frequent values, shortened where they are long. */
  List<TopValue> top() {
    return top.stream()
        .sorted(RARER.reversed())
        .map(value -> new TopValue(shortened(value.value()), value.count()))
        .toList();
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** The most frequent values as they stood. */
  List<String> topTexts() {
    return top.stream().sorted(RARER.reversed()).map(TopValue::value).toList();
  }
}

package dev.likeness.table.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.table.condition.InvalidConditionException.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTextTest {

  private static final List<String> COLUMNS =
      List.of("income", "age", "state", "phone", "a", "a=b", "hours per week", "in", "is", "x:y");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "income=>50K            | income | =  | >50K",
        "income = >50K          | income | =  | >50K",
        "income==x              | income | =  | =x",
        "age>=30                | age    | >= | 30",
        "  age  <=  30          | age    | <= | 30",
        "age<30                 | age    | <  | 30",
        "age>30                 | age    | >  | 30",
        "age!=30                | age    | != | 30",
        "age>\"=30\"            | age    | >  | =30",
        "a=b=c                  | a=b    | =  | c",
        "\"a\"=b=c              | a      | =  | b=c",
        "\"a=b\" = \"x, \"\"y\" | a=b    | =  | x, \"y",
        "a=c                    | a      | =  | c",
        "hours per week > 40    | hours per week | > | 40",
        "in=1                   | in     | =  | 1",
        "is != missing          | is     | != | missing",
        "state=a b              | state  | =  | a b",
      })
  void comparesByTheFirstOperatorBehindTheColumn(
      String text, String column, String operator, String value) {
    assertThat(ConditionText.parse(text, COLUMNS))
        .isEqualTo(
            new Condition.Comparison(
                column, Operator.of(operator).orElseThrow(), Literal.of(value)));
  }

  @Test
  void readsListsAndPresence() {
    assertThat(ConditionText.parse("state in CA, NY,\"a, b\"", COLUMNS))
        .isEqualTo(
            new Condition.OneOf(
                "state", List.of(Literal.of("CA"), Literal.of("NY"), Literal.of("a, b"))));
    assertThat(ConditionText.parse("in IN 1", COLUMNS))
        .isEqualTo(new Condition.OneOf("in", List.of(Literal.of("1"))));
    assertThat(ConditionText.parse("phone is missing", COLUMNS))
        .isEqualTo(new Condition.Presence("phone", true));
    assertThat(ConditionText.parse("is  is  present ", COLUMNS))
        .isEqualTo(new Condition.Presence("is", false));
  }

  @Test
  void readsShares() {
    assertThat(ConditionText.rebalance("state: CA=0.5, \"a=b,c\"=.2,(missing)=0.1", COLUMNS))
        .isEqualTo(
            new Conditions.Rebalance(
                "state",
                List.of(
                    new Conditions.Share(Optional.of(Literal.of("CA")), 0.5),
                    new Conditions.Share(Optional.of(Literal.of("a=b,c")), 0.2),
                    new Conditions.Share(Optional.empty(), 0.1))));
    assertThat(ConditionText.rebalance("x:y: 1=1", COLUMNS).column()).isEqualTo("x:y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "agee>=30       | UNKNOWN_COLUMN | did you mean age?",
        "nothing = 1    | UNKNOWN_COLUMN | columns are income, age",
        "age 30         | MALFORMED      | behind the column age",
        "age >=         | MALFORMED      | expected a value",
        "age = \"30     | MALFORMED      | a quote is not closed",
        "age = \"30\" x | MALFORMED      | nothing behind the closing quote",
        "state in a,,b  | MALFORMED      | commas between",
        "\"age\" about 3| MALFORMED      | behind the column age",
      })
  void saysWhatItExpected(String text, Reason reason, String told) {
    assertThatThrownBy(() -> ConditionText.parse(text, COLUMNS))
        .isInstanceOf(InvalidConditionException.class)
        .hasMessageContaining(told)
        .extracting(e -> ((InvalidConditionException) e).reason())
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"state CA=1", "stat: CA=1", "state: CA", "state: CA=half", "state: CA=1 NY=2"})
  void saysWhatSharesLookLike(String text) {
    assertThatThrownBy(() -> ConditionText.rebalance(text, COLUMNS))
        .isInstanceOf(InvalidConditionException.class);
  }
}

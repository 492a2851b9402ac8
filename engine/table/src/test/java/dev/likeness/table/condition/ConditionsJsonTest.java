package dev.likeness.table.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsJsonTest {

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'column':'age','op':'>=','value':30},{'column':'s','op':'in','value':['CA',5]}]",
        "[{'column':'p','op':'is missing'},{'column':'q','op':'is present'}]",
        "[{'rows':500,'where':[{'column':'c','op':'=','value':'yes'}]},{'rows':2,'where':[]}]",
        "[]",
      })
  void writesWhatItReads(String text) throws JsonProcessingException {
    Conditions read = ConditionsJson.read(json(text), MissingNode.getInstance());
    assertThat(ConditionsJson.write(read.groups())).hasToString(json(text).toString());
  }

  @Test
  void readsRowsOfGroupsAndShares() throws JsonProcessingException {
    JsonNode groups = json("[{'rows':500,'where':[]},{'rows':20,'where':[]}]");
    JsonNode shares = json("{'column':'c','shares':{'yes':0.5,'a/b':0.25},'missing':0.25}");
    Conditions read = ConditionsJson.read(groups, shares);
    assertThat(read.rows()).isEqualTo(OptionalLong.of(520));
    assertThat(ConditionsJson.write(read.rebalance().orElseThrow())).hasToString(shares.toString());
    assertThat(read.columns()).containsExactly("c");
    assertThat(ConditionsJson.read(json("null"), json("null")).isNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/conditions                 | 7                                               | null",
        "/conditions/0               | ['age>3']                                       | null",
        "/conditions/0/column        | [{'op':'=','value':1}]                          | null",
        "/conditions/0/op            | [{'column':'a','op':'~','value':1}]             | null",
        "/conditions/0/value         | [{'column':'a','op':'='}]                       | null",
        "/conditions/0/value         | [{'column':'a','op':'=','value':[1]}]           | null",
        "/conditions/0/value         | [{'column':'a','op':'in','value':[]}]           | null",
        "/conditions/0/value/1       | [{'column':'a','op':'in','value':[1,null]}]     | null",
        "/conditions/0/value         | [{'column':'a','op':'is missing','value':1}]    | null",
        "/conditions/0               | [{'column':'a','op':'=','value':1,'x':2}]       | null",
        "/conditions/1/rows          | [{'rows':1,'where':[]},{'where':[]}]            | null",
        "/conditions/0/rows          | [{'rows':0,'where':[]}]                         | null",
        "/conditions/0/where         | [{'rows':1}]                                    | null",
        "/conditions/0/where/0/op    | [{'rows':1,'where':[{'column':'a'}]}]           | null",
        "/rebalance                  | null                                            | 3",
        "/rebalance/column           | null                                            | {}",
        "/rebalance/shares           | null                                  | {'column':'a'}",
        "/rebalance/shares/a~1b      | null        | {'column':'a','shares':{'a/b':'half'}}",
      })
  void pointsToWhatIsNotACondition(String pointer, String conditions, String rebalance)
      throws JsonProcessingException {
    JsonNode first = json(conditions);
    JsonNode second = json(rebalance);
    assertThatThrownBy(() -> ConditionsJson.read(first, second))
        .isInstanceOf(InvalidConditionException.class)
        .extracting(e -> ((InvalidConditionException) e).pointer())
        .isEqualTo(pointer);
  }
}

package dev.likeness.table.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.likeness.numerics.CounterRandom;
import dev.likeness.numerics.RunContext;
import dev.likeness.table.Table;
import dev.likeness.table.TableJson;
import dev.likeness.table.io.CanonicalTable;
import dev.likeness.table.io.ReadLimits;
import dev.likeness.table.io.Reading;
import dev.likeness.table.io.TableReader;
import dev.likeness.table.profile.TableProfile;
import dev.likeness.table.profile.TableProfiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationFinderTest {

  private static final CounterRandom RANDOM = CounterRandom.of(11);
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

  @TempDir Path folder;

  private static int draw(int row, int what, int bound) {
    return (int) RANDOM.below(bound, row, what);
  }

  private List<Relation> find(String header, int rows, IntFunction<String> row) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < rows; i++) {
      text.append(row.apply(i)).append('\n');
    }
    Path csv = Files.writeString(folder.resolve("in.csv"), text);
    Path parquet = folder.resolve("out.parquet");
    Reading reading = TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    TableProfile profile = TableProfiler.profile(parquet, reading, RunContext.quiet());
    return RelationFinder.find(parquet, profile, RunContext.quiet());
  }

  private static <T extends Relation> List<T> only(List<Relation> all, Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void findsSumsAndProductsWithTheirExceptions() throws IOException {
    List<Relation> found =
        find(
            "a,b,c,total,quantity,price,amount",
            500,
            i -> {
              int a = draw(i, 0, 100);
              int b = draw(i, 1, 100);
              int c = draw(i, 2, 100);
              int total = a + b + c + (i == 17 || i == 99 ? 5 : 0);
              int quantity = 2 + draw(i, 3, 8);
              int cents = 100 + draw(i, 4, 9_000);
              return a
                  + ","
                  + b
                  + ","
                  + c
                  + ","
                  + total
                  + ","
                  + quantity
                  + ","
                  + cents(cents)
                  + ","
                  + cents(quantity * cents);
            });
    assertThat(only(found, SumOfColumns.class))
        .singleElement()
        .satisfies(
            sum -> {
              assertThat(sum.total()).isEqualTo("total");
              assertThat(sum.parts()).containsExactly("a", "b", "c");
              assertThat(sum.support()).isEqualTo(new Support(500, 2));
            });
    assertThat(only(found, DerivedColumn.class))
        .singleElement()
        .satisfies(
            product -> {
              assertThat(product.formula()).isEqualTo(Formula.PRODUCT);
              assertThat(product.names()).containsExactly("quantity", "price", "amount");
            });
  }

  private static String cents(int cents) {
    return cents / 100 + "." + cents / 10 % 10 + cents % 10;
  }

  @Test
  void findsWhatFollowsFromWhatOnce() throws IOException {
    List<Relation> found =
        find(
            "city,region,country,code,other",
            600,
            i -> {
              int city = draw(i, 0, 40);
              int region = city / 4;
              return "c"
                  + city
                  + ",r"
                  + region
                  + ",l"
                  + region / 3
                  + ",k"
                  + region
                  + ",o"
                  + draw(i, 1, 5);
            });
    assertThat(only(found, FunctionalDependency.class))
        .extracting(FunctionalDependency::sentence)
        .containsExactlyInAnyOrder(
            "region follows from city.",
            "country follows from region.",
            "region and code follow from each other.");
  }

  @Test
  void findsOrderOfDatesAndAgesFromDatesOfBirth() throws IOException {
    List<Relation> found =
        find(
            "born,start,finish,age",
            400,
            i -> {
              LocalDate born = LocalDate.of(1950, 1, 1).plusDays(draw(i, 0, 18_000));
              LocalDate start = LocalDate.of(2020, 1, 1).plusDays(draw(i, 1, 900));
              return born
                  + ","
                  + start
                  + ","
                  + start.plusDays(draw(i, 2, 60))
                  + ","
                  + ChronoUnit.YEARS.between(born, TODAY);
            });
    assertThat(only(found, Inequality.class))
        .extracting(Inequality::sentence)
        .contains("start is never above finish.");
    assertThat(only(found, DerivedColumn.class))
        .singleElement()
        .satisfies(
            age -> {
              assertThat(age.formula()).isEqualTo(Formula.AGE);
              assertThat(age.from()).containsExactly("born");
              assertThat(Math.abs(age.offset() - TODAY.toEpochDay())).isLessThan(40);
              assertThat(age.support()).isEqualTo(new Support(400, 0));
            });
  }

  @Test
  void findsFlagsCopiesGapsPlacesAndKeys() throws IOException {
    List<Relation> found =
        find(
            "order,line,red,green,blue,twin,amount,copy,state,why,lat,lon",
            900,
            i -> {
              int color = draw(i, 0, 3);
              int amount = draw(i, 1, 500);
              boolean ended = draw(i, 2, 4) == 0;
              return i / 6
                  + ","
                  + i % 6
                  + ","
                  + flag(color, 0)
                  + ","
                  + flag(color, 1)
                  + ","
                  + flag(color, 2)
                  + ","
                  + draw(i, 5, 2)
                  + ","
                  + amount
                  + ","
                  + amount
                  + ","
                  + (ended ? "ended" : "runs")
                  + ","
                  + (ended ? "reason " + draw(i, 3, 4) : "")
                  + ",4"
                  + draw(i, 6, 10)
                  + ".5"
                  + draw(i, 7, 900)
                  + ",1"
                  + draw(i, 8, 10)
                  + ".2"
                  + draw(i, 9, 900);
            });
    assertThat(only(found, OneHotGroup.class))
        .singleElement()
        .satisfies(group -> assertThat(group.columns()).containsExactly("red", "green", "blue"));
    assertThat(only(found, EqualColumns.class))
        .containsExactly(new EqualColumns("amount", "copy", new Support(900, 0)));
    assertThat(only(found, ConditionalMissingness.class))
        .containsExactly(
            new ConditionalMissingness("why", "state", List.of("runs"), new Support(900, 0)));
    assertThat(only(found, GeographicPair.class))
        .containsExactly(new GeographicPair("lat", "lon", new Support(900, 0)));
    assertThat(only(found, UniqueKey.class))
        .containsExactly(new UniqueKey(List.of("order", "line"), new Support(900, 0)));
    assertThat(only(found, SumOfColumns.class)).isEmpty();
    assertThat(only(found, DerivedColumn.class)).isEmpty();
  }

  private static int flag(int value, int wanted) {
    return value == wanted ? 1 : 0;
  }

  @Test
  void findsNothingInColumnsThatHaveNothingToDoWithEachOther() throws IOException {
    List<Relation> found =
        find(
            "a,b,c,d,e",
            1_000,
            i ->
                draw(i, 0, 50)
                    + ","
                    + draw(i, 1, 1_000)
                    + ",x"
                    + draw(i, 2, 7)
                    + ",y"
                    + draw(i, 3, 30)
                    + ","
                    + (draw(i, 4, 2) == 0 ? "yes" : "no"));
    assertThat(found).isEmpty();
  }

  /** Rows beyond the sample count too. */
  @Test
  void countsExceptionsInAllRows() throws IOException {
    int rows = 70_000;
    List<Relation> found =
        find(
            "low,high,word",
            rows,
            i -> {
              int low = draw(i, 0, 100);
              int high = i % 10_000 == 9_999 ? low - 1 : low + draw(i, 1, 30);
              return low + "," + high + ",w" + draw(i, 2, 3);
            });
    assertThat(only(found, Inequality.class))
        .containsExactly(new Inequality("low", "high", false, new Support(rows, 7)));
  }

  /** Every kind that has exceptions, with some planted. */
  @Test
  void countsThePlantedCounterExamples() throws IOException {
    int rows = 2_000;
    List<Relation> found =
        find(
            "city,region,born,age,small,large,other,state,why",
            rows,
            i -> {
              int city = draw(i, 0, 30);
              int region = i % 400 == 7 ? 9 : city / 4;
              LocalDate born = LocalDate.of(1950, 1, 1).plusDays(draw(i, 1, 18_000));
              long age = ChronoUnit.YEARS.between(born, TODAY) + (i % 500 == 3 ? 2 : 0);
              int size = draw(i, 2, 3);
              boolean twice = i % 1_000 == 11;
              boolean ended = draw(i, 3, 4) == 0;
              boolean told = ended ^ i % 250 == 1;
              return String.join(
                  ",",
                  "c" + city,
                  "r" + region,
                  born + "",
                  age + "",
                  flag(size, 0) + "",
                  (flag(size, 1) | (twice ? 1 - flag(size, 1) : 0)) + "",
                  (flag(size, 2) | (twice ? 1 - flag(size, 2) : 0)) + "",
                  ended ? "ended" : "runs",
                  told ? "because " + draw(i, 4, 5) : "");
            });
    assertThat(only(found, FunctionalDependency.class))
        .filteredOn(relation -> relation.dependent().equals("region"))
        .extracting(FunctionalDependency::support)
        .containsExactly(new Support(rows, 5));
    assertThat(only(found, DerivedColumn.class))
        .filteredOn(relation -> relation.formula() == Formula.AGE)
        .singleElement()
        .satisfies(age -> assertThat(age.support().exceptions()).isBetween(4L, 12L));
    assertThat(only(found, OneHotGroup.class))
        .containsExactly(new OneHotGroup(List.of("small", "large", "other"), new Support(rows, 2)));
    assertThat(only(found, ConditionalMissingness.class))
        .containsExactly(
            new ConditionalMissingness("why", "state", List.of("runs"), new Support(rows, 8)));
  }

  /** Times of the day lie before every date; columns of one device share their first word. */
  @Test
  void comparesOnlyWhatCanBeCompared() throws IOException {
    List<Relation> found =
        find(
            "day,clock,pt1.a,pt2.b,pt3.c,pt4.d",
            2_000,
            i -> {
              int low = draw(i, 5, 1_000);
              int high = i % 250 == 0 ? Math.max(0, low - 1) : low + draw(i, 6, 800);
              return LocalDate.of(2020, 1, 1).plusDays(draw(i, 0, 700))
                  + ","
                  + String.format(java.util.Locale.ROOT, "%02d:15:00", draw(i, 1, 24))
                  + ","
                  + low
                  + ","
                  + high
                  + ","
                  + draw(i, 7, 2_000)
                  + ","
                  + draw(i, 8, 3_000);
            });
    assertThat(only(found, Inequality.class)).isEmpty();
  }

  @Test
  void checksOtherTablesAndStandsInJson() throws IOException {
    List<Relation> relations =
        List.of(
            new EqualColumns("a", "b", Support.NONE),
            new SumOfColumns("c", List.of("a", "b"), 0.5, Support.NONE),
            new FunctionalDependency("a", "b", true, Support.NONE),
            new OneHotGroup(List.of("a", "b"), Support.NONE),
            new FixedCombinations(List.of("a", "b"), 2, 9, Support.NONE),
            new Inequality("a", "b", true, Support.NONE),
            new UniqueKey(List.of("a"), Support.NONE),
            new DerivedColumn("c", Formula.PRODUCT, List.of("a", "b"), 1, 0, 0.5, Support.NONE),
            new ConditionalMissingness("a", "b", List.of(), Support.NONE),
            new GeographicPair("a", "b", Support.NONE));
    Table table = table("a,b,c\n1,1,2\n2,3,5\n2,,9\n4,4,16\n4,4,8\n");
    assertThat(relations.stream().map(relation -> relation.check(table)))
        .containsExactly(
            new Support(5, 2),
            new Support(4, 1),
            new Support(5, 1),
            new Support(4, 4),
            new Support(4, 1),
            new Support(4, 3),
            new Support(5, 2),
            new Support(4, 3),
            new Support(5, 1),
            new Support(5, 1));
    for (Relation relation : relations) {
      assertThat(roundTrip(relation)).isEqualTo(relation);
      assertThat(relation.sentence()).endsWith(".");
    }
    assertThatThrownBy(() -> relations.getFirst().check(table("x,y\n1,2\n3,4\n")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Relation roundTrip(Relation relation) throws JsonProcessingException {
    String json = TableJson.mapper().writeValueAsString(relation);
    return TableJson.mapper().readValue(json, Relation.class);
  }

  private Table table(String text) throws IOException {
    Path csv = Files.writeString(folder.resolve("t.csv"), text);
    Path parquet = folder.resolve("t.parquet");
    Reading reading = TableReader.ingest(csv, parquet, ReadLimits.defaults(), RunContext.quiet());
    TableProfile profile = TableProfiler.profile(parquet, reading, RunContext.quiet());
    try (CanonicalTable table = CanonicalTable.open(parquet, profile.schema())) {
      return table.toTable();
    }
  }
}

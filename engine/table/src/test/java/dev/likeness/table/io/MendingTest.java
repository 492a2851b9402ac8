package dev.likeness.table.io;

import static dev.likeness.table.io.ReadBench.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are odd in a way that only one reading makes sense of, and rows that stay odd. */
class MendingTest {

  private static final String ROWS =
      "id,name,note,n\n1,Ann,\"one, two\",3\n2,Bob,\"some words\",4\n3,Eve,\"more words\",5\n";

  @TempDir Path folder;
  private ReadBench bench;

  @BeforeEach
  void open() {
    bench = new ReadBench(folder);
  }

  private List<String> last(String row) {
    Reading reading = bench.read(ROWS + row + "\n");
    assertThat(codes(reading)).contains("mended-rows");
    return bench.rows().getLast();
  }

  @Test
  void joinsWhatAnUnquotedDelimiterCutInTwo() {
    assertThat(last("4,Joe,left, right,6")).containsExactly("4", "Joe", "left, right", "6");
  }

  @Test
  void findsTheSeparatorThatIsLostBetweenQuotes() {
    bench.read("a,b,n,u\n1,\"x y\",2,http\n3,\"z w\",4,ftp\n5,\"v u\"\"7\",sftp\n");
    assertThat(bench.rows().getLast()).containsExactly("5", "v u", "7", "sftp");
  }

  @Test
  void readsALineWithADelimiterOfItsOwn() {
    assertThat(last("4;Joe;\"a b\";6")).containsExactly("4", "Joe", "a b", "6");
  }

  @Test
  void keepsAQuoteInsideAQuotedField() {
    assertThat(last("4,Joe,\"the \"big\" one\",6"))
        .containsExactly("4", "Joe", "the \"big\" one", "6");
  }

  @Test
  void leavesOutAnEmptyFieldTooMany() {
    assertThat(last("4,Joe,,\"a b\",6")).containsExactly("4", "Joe", "a b", "6");
  }

  @Test
  void leavesWhatCouldBeReadInTwoWaysAsItIs() {
    Reading reading = bench.read("a,b,c\nx,y,z\nu,v,w\np,q,r,s\n");
    assertThat(codes(reading)).containsExactly("ragged-rows");
    assertThat(bench.rows().getLast()).containsExactly("p", "q", "r");
  }

  @Test
  void leavesShortRowsThatFitAsTheyAre() {
    Reading reading = bench.read(ROWS + "4,Joe\n");
    assertThat(codes(reading)).containsExactly("ragged-rows");
    assertThat(reading.warnings().getFirst().column()).hasValue(3);
    assertThat(reading.warnings().getFirst().row()).hasValue(4);
    assertThat(bench.rows().getLast()).containsExactly("4", "Joe", "∅", "∅");
  }

  @Test
  void leavesOutHeadersThatComeAgain() {
    Reading reading = bench.read("a,b\n1,x\na,b\n2,y\n");
    assertThat(codes(reading)).containsExactly("repeated-header");
    assertThat(bench.rows()).containsExactly(List.of("1", "x"), List.of("2", "y"));
  }

  @Test
  void endsBeforeASecondTableOfOtherColumns() {
    Reading reading = bench.read("a,b,c\n1,x,2\n3,y,4\n5,z,6\na,b,c,d\n1,x,2,9\n3,y,4,9\n");
    assertThat(reading.rows()).isEqualTo(3);
    assertThat(reading.warnings())
        .extracting(ReadWarning::code, ReadWarning::count)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("second-table", 3L));
  }

  @Test
  void leavesOutLinesThatAreComments() {
    Reading reading = bench.read("a,b\n1,x\n# by hand\n2,y\n");
    assertThat(codes(reading)).containsExactly("comment-lines");
    assertThat(reading.rows()).isEqualTo(2);
  }
}

package dev.likeness.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a job did; written as JSON in snake_case.
 *
 * @param model name of the model that made the rows
 * @param auto how it came to be chosen, where nobody named it
 * @param options all of its options, defaults included
 * @param conditions that the rows fulfil, as a job of the service takes them
 * @param rebalance shares of a column, likewise
 * @param seed of everything random
 * @param rowsRead in the input
 * @param rowsLearnt that the model saw; the others are held out or, in very large tables, left out
 * @param learntFrom the same in words, where not all training rows were learnt as a whole
 * @param rows written
 * @param columnsNotModelled names of columns that hold placeholders
 * @param relationsKept what holds in every row, in short
 * @param warnings what was odd about the input
 * @param seconds of each part
 * @param threads that could work at once
 * @param peakHeapBytes at most on the heap
 * @param peakResidentBytes at most in memory altogether, where the system tells
 * @param version of this program
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Summary(
    String model,
    Optional<Telling.Chosen> auto,
    JsonNode options,
    JsonNode conditions,
    Optional<JsonNode> rebalance,
    long seed,
    long rowsRead,
    long rowsLearnt,
    Optional<String> learntFrom,
    long rows,
    List<String> columnsNotModelled,
    List<String> relationsKept,
    List<String> warnings,
    Seconds seconds,
    int threads,
    long peakHeapBytes,
    OptionalLong peakResidentBytes,
    String version) {

  /**
   * Where the time went.
   *
   * @param read from the file to the profile
   * @param fit learning
   * @param sample making rows
   * @param write writing them
   */
  record Seconds(double read, double fit, double sample, double write) {}

  /** Writes the file as a whole. */
  void write(Path file) throws IOException {
    ObjectMapper json =
        new ObjectMapper()
            .registerModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT);
    try (Output output = Output.named(file.toString())) {
      OutputStream stream = output.stream();
      stream.write(json.writeValueAsBytes(this));
      stream.write('\n');
      output.commit();
    }
  }
}

package dev.likeness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gateway's route table against the paths that services serve; here all of them are at hand.
 */
class GatewayTest {

  private static final Pattern LOCATION =
      Pattern.compile("location\\s+(?:([=~])\\s+)?(\\S+)\\s*\\{([^}]*)}");
  private static final Pattern SERVICE = Pattern.compile("proxy_pass\\s+http://(\\w+);");

  private static List<Location> table;

  /**
   * A line of the table.
   *
   * @param kind {@code =}, {@code ~}, or empty for the beginning of a path
   * @param pattern that paths are held against
   * @param service that answers; empty where the gateway does
   */
  private record Location(String kind, String pattern, String service) {

    static Location of(MatchResult found) {
      String kind = found.group(1) == null ? "" : found.group(1);
      String service =
          SERVICE
              .matcher(found.group(3))
              .results()
              .map(each -> each.group(1))
              .findFirst()
              .orElse("");
      return new Location(kind, found.group(2), service);
    }

    boolean matches(String path) {
      return switch (kind) {
        case "=" -> path.equals(pattern);
        case "~" -> Pattern.compile(pattern).matcher(path).find();
        default -> path.startsWith(pattern);
      };
    }
  }

  /** A path that a service serves. */
  private record Served(String path, String service) {}

  @BeforeAll
  static void read() throws IOException {
    String text = Files.readString(java.nio.file.Path.of("../gateway/nginx.conf"));
    table = LOCATION.matcher(text).results().map(Location::of).toList();
  }

  /** As nginx chooses: the path itself, else the first expression, else the longest beginning. */
  private static String routed(String path) {
    return Stream.of("=", "~", "")
        .flatMap(
            kind ->
                table.stream()
                    .filter(location -> location.kind().equals(kind))
                    .filter(location -> location.matches(path))
                    .sorted(
                        Comparator.comparingInt(at -> kind.isEmpty() ? -at.pattern().length() : 0)))
        .findFirst()
        .orElseThrow()
        .service();
  }

  @Test
  void everyPathReachesTheServiceThatServesIt() {
    List<Served> served = served();

    assertThat(served).hasSizeGreaterThan(30);
    assertThat(served)
        .allSatisfy(each -> assertThat(routed(each.path())).isEqualTo(each.service()));
  }

  @Test
  void thePageIsServedByIngestAndTheMergedDescriptionByTheGateway() {
    assertThat(routed("/")).isEqualTo("ingest");
    assertThat(routed("/assets/index.js")).isEqualTo("ingest");
    assertThat(routed("/openapi")).isEmpty();
  }

  private static List<Served> served() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                "dev.likeness.ingest.rest",
                "dev.likeness.profiler.rest",
                "dev.likeness.generator.rest",
                "dev.likeness.evaluator.rest")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .flatMap(GatewayTest::served)
            .distinct()
            .toList();
  }

  private static Stream<Served> served(JavaClass resource) {
    String service = resource.getPackageName().split("\\.")[2];
    String root = resource.getAnnotationOfType(Path.class).value();
    return Arrays.stream(resource.reflect().getDeclaredMethods())
        .filter(GatewayTest::isOperation)
        .map(method -> method.getAnnotation(Path.class))
        .map(more -> new Served(filled(root + (more == null ? "" : more.value())), service));
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[^}]*}", "0b0c7a52");
  }
}

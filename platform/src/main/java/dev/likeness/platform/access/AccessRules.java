package dev.likeness.platform.access;

import static dev.likeness.platform.access.Role.ADMIN;
import static dev.likeness.platform.access.Role.OPERATOR;
import static dev.likeness.platform.access.Role.PRIVACY_OFFICER;
import static dev.likeness.platform.access.Role.VIEWER;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each role may do: one line for each operation of the house, whichever service answers it.
 *
 * <p>An operation that is not here is refused to everybody but administrators, and the test that
 * walks the API description fails.
 */
public final class AccessRules {

  private static final Set<Role> ANYBODY = Role.ALL;
  private static final Set<Role> WORK = Set.of(OPERATOR);
  private static final Set<Role> ERASE = Set.of(OPERATOR, PRIVACY_OFFICER);
  private static final Set<Role> REVEAL = Set.of(PRIVACY_OFFICER);
  private static final Set<Role> OVERSEE = Set.of(PRIVACY_OFFICER, ADMIN);
  private static final Set<Role> ADMINISTER = Set.of(ADMIN);

  /** Every role but none may see; viewing is what each of them can do at least. */
  private static final Set<Role> SEE = Set.of(VIEWER, OPERATOR, PRIVACY_OFFICER, ADMIN);

  private static final Map<String, Set<Role>> TABLE = table();

  private AccessRules() {}

  /** Those who may do an operation, by method and path template; empty where there is no rule. */
  public static Optional<Set<Role>> of(String method, String template) {
    String verb = method.equals("HEAD") ? "GET" : method;
    return Optional.ofNullable(TABLE.get(verb + " " + template.replaceAll("\\{[^}]*}", "{}")));
  }

  /** Those who may do an operation that may have no rule. */
  static Set<Role> orAdministrators(String method, String template) {
    return of(method, template).orElse(ADMINISTER);
  }

  /** Every operation with those who may do it; parameters are {@code {}}. */
  public static Map<String, Set<Role>> all() {
    return TABLE;
  }

  private static Map<String, Set<Role>> table() {
    Map<String, Set<Role>> rules = new LinkedHashMap<>();
    rules.put("GET /v1/me", ANYBODY);

    rules.put("POST /upload", WORK);
    rules.put("POST /v1/datasets", WORK);
    rules.put("GET /v1/datasets", SEE);
    rules.put("GET /v1/datasets/{}", SEE);
    rules.put("DELETE /v1/datasets/{}", ERASE);
    rules.put("GET /v1/erasures/{}", SEE);
    rules.put("GET /v1/datasets/{}/preview", WORK);
    rules.put("PATCH /v1/datasets/{}/reading", WORK);
    rules.put("POST /v1/datasets/{}/reading/preview", WORK);
    rules.put("GET /v1/samples", SEE);
    rules.put("GET /v1/samples/{}/content", SEE);

    rules.put("GET /v1/datasets/{}/profile", SEE);
    rules.put("GET /v1/datasets/{}/relations", SEE);
    rules.put("GET /v1/datasets/{}/associations", SEE);
    rules.put("GET /v1/datasets/{}/recommendation", SEE);
    rules.put("PATCH /v1/datasets/{}/columns", WORK);
    rules.put("GET /v1/datasets/{}/configuration", SEE);
    rules.put("PUT /v1/datasets/{}/configuration", WORK);
    rules.put("GET /v1/treatments", SEE);
    rules.put("POST /v1/datasets/{}/treatments/preview", WORK);

    rules.put("GET /v1/models", SEE);
    rules.put("POST /generate", WORK);
    rules.put("POST /v1/jobs", WORK);
    rules.put("POST /v1/datasets/{}/masked", WORK);
    rules.put("GET /v1/jobs", SEE);
    rules.put("GET /v1/jobs/{}", SEE);
    rules.put("GET /v1/jobs/{}/events", SEE);
    rules.put("POST /v1/jobs/{}/cancel", WORK);
    rules.put("POST /v1/jobs/{}/retry", WORK);
    rules.put("GET /v1/jobs/{}/artifacts/{}", SEE);
    rules.put("GET /download", SEE);

    rules.put("GET /evaluate", SEE);
    rules.put("GET /v1/jobs/{}/evaluation", SEE);

    rules.put("POST /v1/reveals", REVEAL);
    rules.put("GET /v1/reveals", OVERSEE);
    rules.put("GET /v1/reveals/{}", REVEAL);
    rules.put("POST /v1/reveals/{}/approval", REVEAL);
    rules.put("GET /v1/reveals/{}/content", REVEAL);

    rules.put("GET /v1/audit", OVERSEE);
    rules.put("GET /v1/audit/checkpoints", OVERSEE);
    rules.put("POST /v1/api-keys", ADMINISTER);
    rules.put("GET /v1/api-keys", ADMINISTER);
    rules.put("DELETE /v1/api-keys/{}", ADMINISTER);
    rules.put("POST /v1/keys/rotation", ADMINISTER);
    return Map.copyOf(rules);
  }
}

package dev.likeness.generator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.likeness.generator.service.JobRequest;
import dev.likeness.generator.service.JobService;
import dev.likeness.generator.service.JobSnapshot;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Answer;
import dev.likeness.platform.http.IdempotentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** What {@code POST /generate} and {@code POST /v1/jobs} both do. */
@ApplicationScoped
public class GenerateEndpoint {

  private static final String OPERATION = "POST /v1/jobs";
  private static final String MASK = "POST /v1/datasets/masked ";
  private static final int ACCEPTED = 202;

  private final JobService jobs;
  private final ObjectMapper json;

  GenerateEndpoint(JobService jobs, ObjectMapper json) {
    this.jobs = jobs;
    this.json = json;
  }

  /** Takes a wish for new rows, once for each idempotency key. */
  Response post(GenerateRequest body, Optional<String> key) {
    JobRequest request = body.toRequest();
    IdempotentRequest once = IdempotentRequest.of(Tenants.DEFAULT, OPERATION, key, write(body));
    return jobs.request(request, once, this::answer).toBuilder()
        .header(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }

  /** Takes a wish for a masked copy, once for each idempotency key. */
  Response mask(UUID dataset, MaskedRequest body, Optional<String> key) {
    IdempotentRequest once =
        IdempotentRequest.of(Tenants.DEFAULT, MASK + dataset, key, dataset + write(body));
    return jobs.request(body.toRequest(dataset), once, this::answer).toBuilder()
        .header(HttpHeaders.RETRY_AFTER, 1)
        .build();
  }

  private Answer answer(JobSnapshot job) {
    return Answer.of(ACCEPTED, JobView.path(job.id()), write(JobView.of(job)));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a job cannot be written as JSON", e);
    }
  }
}

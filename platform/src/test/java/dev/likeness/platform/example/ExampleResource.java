package dev.likeness.platform.example;

import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.Tenants;
import dev.likeness.platform.http.Answer;
import dev.likeness.platform.http.IdempotentRequest;
import dev.likeness.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Paths that do well and badly. */
@Path("/v1/example")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ExampleResource {

  private final ServiceRuntime platform;

  @Inject
  ExampleResource(@Service("alpha") ServiceRuntime platform) {
    this.platform = platform;
  }

  /** A request. */
  public record Order(
      @NotNull String itemName, @Max(10) long amount, Optional<UUID> buyer, List<String> notes) {}

  /** Writes one effect. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response order(
      @Valid @NotNull Order order, @HeaderParam(IdempotentRequest.HEADER) String key) {
    IdempotentRequest request =
        IdempotentRequest.of(
            Tenants.DEFAULT, "POST /v1/example", Optional.ofNullable(key), order.toString());
    return platform
        .idempotencyKeys()
        .once(
            request,
            () -> {
              UUID id = UUID.randomUUID();
              platform
                  .database()
                  .update("insert into effects (what) values (?)", "order " + order.itemName());
              return Answer.of(201, "/v1/example/" + id, "{\"id\":\"" + id + "\"}");
            })
        .toResponse();
  }

  /** Takes a number. */
  @GET
  @Path("/page")
  public String page(@QueryParam("limit") Optional<Integer> limit) {
    return limit.toString();
  }

  /** Takes a form. */
  @POST
  @Path("/form")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public String form(@RestForm("file") FileUpload file) {
    return file.fileName();
  }

  /** Fails with a problem. */
  @GET
  @Path("/problem")
  public String problem() {
    throw Problem.of(409, "example", "Example", "An example happened.", "Do nothing.")
        .at("/a/0")
        .retryAfter(7)
        .toException();
  }

  /** Fails with what nobody foresaw. */
  @GET
  @Path("/crash")
  public String crash() {
    return String.valueOf(Integer.parseInt("secret cell value 4711"));
  }
}

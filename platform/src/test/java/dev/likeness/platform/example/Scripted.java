package dev.likeness.platform.example;

import dev.likeness.platform.Service;
import dev.likeness.platform.ServiceRuntime;
import dev.likeness.platform.problem.Problem;
import dev.likeness.platform.work.WorkContext;
import dev.likeness.platform.work.WorkHandler;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does for each job what a test says, and writes down how each ended. */
@Singleton
@Service("alpha")
public class Scripted implements WorkHandler {

  /** What a test wants done. */
  public interface Script {
    /** Does it. */
    void run(WorkContext work) throws Exception;
  }

  private final ServiceRuntime platform;
  private final Map<UUID, Script> scripts = new ConcurrentHashMap<>();
  private final Map<UUID, List<Integer>> attempts = new ConcurrentHashMap<>();

  @Inject
  Scripted(@Service("alpha") ServiceRuntime platform) {
    this.platform = platform;
  }

  /** What to do for a job. */
  public void on(UUID job, Script script) {
    attempts.put(job, new CopyOnWriteArrayList<>());
    scripts.put(job, script);
  }

  /** The attempts at a job that were made. */
  public List<Integer> attempts(UUID job) {
    return attempts.getOrDefault(job, List.of());
  }

  /** What was written about a job, in order. */
  public List<String> effects(UUID job) {
    return platform
        .database()
        .query(
            "select what from effects where what like ? order by id",
            row -> row.getString(1).substring(37),
            job + "%");
  }

  /** Writes an effect in the running transaction. */
  public void effect(UUID job, String what) {
    platform.database().update("insert into effects (what) values (?)", job + " " + what);
  }

  @Override
  public String stage() {
    return "scripted";
  }

  @Override
  public void run(WorkContext work) throws Exception {
    attempts.computeIfAbsent(work.jobId(), id -> new CopyOnWriteArrayList<>()).add(work.attempt());
    scripts.get(work.jobId()).run(work);
  }

  @Override
  public void onFailed(WorkContext work, Problem problem) {
    effect(work.jobId(), "failed " + problem.code());
  }

  @Override
  public void onCancelled(WorkContext work) {
    effect(work.jobId(), "cancelled");
  }
}

package dev.likeness.platform;

import dev.likeness.platform.event.EventConsumer;
import dev.likeness.platform.event.Inbox;
import dev.likeness.platform.event.Outbox;
import dev.likeness.platform.http.IdempotencyKeys;
import dev.likeness.platform.sql.Database;
import dev.likeness.platform.work.WorkQueue;

/**
 * Platform as one service sees it: all on that service's own schema.
 *
 * @param name of the service
 * @param database its schema, for plain SQL
 * @param outbox events to tell
 * @param inbox events already seen
 * @param events how records from Kafka are handled
 * @param work long work to be done
 * @param idempotencyKeys posts already answered
 */
public record ServiceRuntime(
    String name,
    Database database,
    Outbox outbox,
    Inbox inbox,
    EventConsumer events,
    WorkQueue work,
    IdempotencyKeys idempotencyKeys) {}

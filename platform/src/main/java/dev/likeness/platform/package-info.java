/**
 * What the four services share, once: durable work, outbox and inbox, the object store, idempotency
 * keys, problems and access.
 *
 * <p>A service is wired in three places and nowhere else:
 *
 * <ol>
 *   <li>its {@code META-INF/microprofile-config.properties} names a datasource, a persistence unit
 *       and a Flyway history after the service (locations {@code db/platform,db/<service>});
 *   <li>one producer in its {@code config} package hands that datasource to {@link
 *       dev.likeness.platform.Platform#service} and offers the {@link
 *       dev.likeness.platform.ServiceRuntime} under the qualifier {@link
 *       dev.likeness.platform.Service @Service("name")};
 *   <li>beans that do its long work implement {@link dev.likeness.platform.work.WorkHandler} and
 *       carry the same qualifier.
 * </ol>
 *
 * <p>Everything is found by qualifier, so that one process can hold one service or all four.
 */
@NullMarked
package dev.likeness.platform;

import org.jspecify.annotations.NullMarked;

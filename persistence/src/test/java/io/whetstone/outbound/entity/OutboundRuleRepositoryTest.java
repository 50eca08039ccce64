package io.whetstone.outbound.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundRuleRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final OutboundRuleRepository rules = new OutboundRuleRepository();
    final String host = UUID.randomUUID() + ".example";

    @BeforeEach
    void connect() {
        rules.entities = entities;
        asSystem();
    }

    @Test
    void a_rule_is_found_by_target_and_port_as_they_are() {
        rules.add(new OutboundRule(host, 443, "", NOON));
        rules.flush();

        assertThat(rules.findSame(host, 443)).isPresent();
        assertThat(rules.findSame(host, null)).isEmpty();
        assertThat(rules.findSame(host, 80)).isEmpty();

        rules.add(new OutboundRule(host, null, "", NOON));
        rules.flush();

        assertThat(rules.findSame(host, null)).map(OutboundRule::port).isEmpty();
        assertThat(rules.findSame(host, null)).isPresent();
    }

    @Test
    void two_rules_for_all_ports_of_one_target_are_refused() {
        rules.add(new OutboundRule(host, null, "", NOON));
        rules.flush();
        rules.add(new OutboundRule(host, null, "again", NOON));

        assertThatThrownBy(rules::flush).isInstanceOf(PersistenceException.class);
    }

    @Test
    void the_list_is_newest_first_and_goes_on_after_a_cursor() {
        var later = new OutboundRule(host, 2, "", NOON.plusSeconds(1));
        rules.add(new OutboundRule(host, 1, "", NOON));
        rules.add(later);
        rules.flush();

        assertThat(rules.newest(null, 200))
                .filteredOn(rule -> rule.target().equals(host))
                .extracting(OutboundRule::port)
                .containsExactly(2, 1);
        assertThat(rules.newest(new Cursor(later.createdAt(), later.id()), 200))
                .filteredOn(rule -> rule.target().equals(host))
                .extracting(OutboundRule::port)
                .containsExactly(1);
    }

    @Test
    void a_person_sees_no_rule() {
        var person = givenWorkspace();
        asSystem();
        var rule = new OutboundRule(host, null, "", NOON);
        rules.add(rule);
        rules.flush();
        entities.clear();

        as(person);

        assertThat(rules.find(rule.id())).isEmpty();
        assertThat(rules.count()).isZero();
    }
}

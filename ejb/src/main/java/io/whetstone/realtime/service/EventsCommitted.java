package io.whetstone.realtime.service;

import io.whetstone.realtime.entity.RealtimeTopic;
import java.util.Set;

/** A transaction of this node has added events to these topics. */
public record EventsCommitted(Set<RealtimeTopic> topics) {}

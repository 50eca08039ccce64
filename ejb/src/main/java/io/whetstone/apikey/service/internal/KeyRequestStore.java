package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.KeyRequest;
import io.whetstone.apikey.entity.KeyRequestRepository;
import io.whetstone.kernel.service.SystemScoped;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes what a node has gathered, one transaction a round. */
@Stateless
@PermitAll
@SystemScoped
public class KeyRequestStore {
    @Inject
    KeyRequestRepository requests;

    public void add(List<KeyRequest> round) {
        try {
            requests.add(round);
        } catch (SQLException failure) {
            throw new IllegalStateException("The requests of keys could not be stored", failure);
        }
    }

    /** Adds this node's counts of a minute and puts those of all nodes in their place. */
    public Map<String, Integer> exchange(long minute, Map<String, Integer> counted) {
        try {
            requests.exchange(minute, counted);
            return counted;
        } catch (SQLException failure) {
            throw new IllegalStateException("The counts of a minute could not be exchanged", failure);
        }
    }
}

package io.whetstone.training.config.service;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.TenantScoped;
import io.whetstone.training.config.entity.TrainingConfiguration;
import io.whetstone.training.config.entity.TrainingConfigurationRepository;
import io.whetstone.training.config.service.internal.ConfigurationContents;
import io.whetstone.training.config.service.internal.ConfigurationNews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people and programs can do with training configurations. One public method is one transaction. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class TrainingConfigurationService {
    @Inject
    TrainingConfigurationRepository configurations;

    @Inject
    ConfigurationContents contents;

    @Inject
    ConfigurationNews news;

    @Inject
    AccessPolicy access;

    @Inject
    Clock clock;

    /** Newest first. */
    public Page<TrainingConfigurationView> list(
            UUID workspaceId, @Nullable String search, @Nullable Cursor after, int limit) {
        access.require(Permission.TRAINING_READ, workspaceId);

        var found = configurations.newest(workspaceId, search == null ? "" : search.strip(), after, limit);
        return Page.of(
                found,
                limit,
                configuration -> new Cursor(configuration.createdAt(), configuration.id()),
                TrainingConfigurationView::of);
    }

    public TrainingConfigurationView get(UUID workspaceId, UUID id) {
        var home = access.require(Permission.TRAINING_READ, workspaceId, Shareable.TRAINING_CONFIGURATION, id);
        return TrainingConfigurationView.of(find(home, id));
    }

    public TrainingConfigurationView create(UUID workspaceId, @Valid SaveConfiguration command) {
        access.require(Permission.TRAINING_CONFIGURE, workspaceId);
        return add(workspaceId, command);
    }

    /** Puts the whole content in the place of what it was. */
    public TrainingConfigurationView change(UUID workspaceId, UUID id, long version, @Valid SaveConfiguration command) {
        var home = access.require(Permission.TRAINING_CONFIGURE, workspaceId, Shareable.TRAINING_CONFIGURATION, id);

        var configuration = find(home, id, version);
        var before = TrainingConfigurationView.of(configuration);
        configuration.save(contents.check(home, command, before), clock.instant());
        configurations.flush();
        var after = TrainingConfigurationView.of(configuration);
        news.changed(before, after);
        return after;
    }

    /** A copy in the caller's workspace, of what it holds now. */
    public TrainingConfigurationView duplicate(UUID workspaceId, UUID id) {
        var home = access.require(Permission.TRAINING_READ, workspaceId, Shareable.TRAINING_CONFIGURATION, id);
        access.require(Permission.TRAINING_CONFIGURE, workspaceId);
        return add(workspaceId, contents.copyOf(find(home, id)));
    }

    public void delete(UUID workspaceId, UUID id, long version) {
        access.require(Permission.TRAINING_CONFIGURE, workspaceId);

        var configuration = find(workspaceId, id, version);
        configurations.remove(configuration);
        news.deleted(TrainingConfigurationView.of(configuration));
    }

    private TrainingConfigurationView add(UUID workspaceId, SaveConfiguration command) {
        var content = contents.check(workspaceId, command, null);
        var configuration = new TrainingConfiguration(workspaceId, content, access.requireSelf(), clock.instant());
        configurations.add(configuration);
        configurations.flush();
        var view = TrainingConfigurationView.of(configuration);
        news.created(view);
        return view;
    }

    private TrainingConfiguration find(UUID workspaceId, UUID id) {
        return configurations
                .find(workspaceId, id)
                .orElseThrow(() -> ProblemException.notFound("training configuration", id));
    }

    private TrainingConfiguration find(UUID workspaceId, UUID id, long version) {
        var configuration = find(workspaceId, id);
        if (configuration.version() != version) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, "The training configuration was changed by somebody else");
        }
        return configuration;
    }
}

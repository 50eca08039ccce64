package io.whetstone.runner.web;

import io.whetstone.formats.chat.ChatTemplate;
import io.whetstone.formats.chat.ChatTemplateException;
import io.whetstone.formats.chat.Message;
import io.whetstone.runner.engine.Engine;
import io.whetstone.runner.engine.Generation;
import io.whetstone.runner.engine.GenerationListener;
import io.whetstone.runner.engine.GenerationRequest;
import io.whetstone.runner.engine.QueueFullException;
import io.whetstone.runner.engine.UnknownAdapterException;
import io.whetstone.runner.llama.LlamaModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The base model under its served name, with the adapters that are models of their own to a caller. */
final class ServedModel {
    private final String name;
    private final LlamaModel model;
    private final Engine engine;
    private final Optional<ChatTemplate> template;

    ServedModel(String name, LlamaModel model, Engine engine) {
        this.name = name;
        this.model = model;
        this.engine = engine;
        this.template =
                model.chatTemplate().map(source -> ChatTemplate.of(source, model.beginToken(), model.endToken()));
    }

    String name() {
        return name;
    }

    LlamaModel vocabulary() {
        return model;
    }

    Engine engine() {
        return engine;
    }

    /** The ids of a conversation up to where the assistant's answer begins. */
    int[] prompt(List<Message> messages) {
        var text = render(messages);
        var begin = model.beginToken();
        boolean begun = !begin.isEmpty() && text.startsWith(begin);
        return model.tokenize(text, !begun);
    }

    private String render(List<Message> messages) {
        var source = template.orElseThrow(
                () -> ApiException.invalid("This model has no chat template.", "messages", "no_chat_template"));
        try {
            return source.render(messages, true);
        } catch (ChatTemplateException refused) {
            throw ApiException.invalid(String.valueOf(refused.getMessage()), "messages", "invalid_messages");
        }
    }

    Generation generate(
            AnswerRequest request,
            int[] prompt,
            String promptField,
            @Nullable Integer alternatives,
            GenerationListener listener) {
        if (prompt.length == 0 || prompt.length > engine.contextLength()) {
            throw ApiException.contextExceeded(engine.contextLength(), prompt.length, promptField);
        }
        try {
            var asked = new GenerationRequest(
                    adapter(request.model()),
                    prompt,
                    request.maxTokens().orElse(Integer.MAX_VALUE),
                    request.sampling(),
                    request.stops(),
                    alternatives);
            return engine.submit(asked, listener);
        } catch (UnknownAdapterException unknown) {
            throw ApiException.modelNotFound(request.model());
        } catch (QueueFullException full) {
            throw ApiException.queueFull();
        }
    }

    private @Nullable String adapter(String requested) {
        return requested.equals(name) ? null : requested;
    }
}

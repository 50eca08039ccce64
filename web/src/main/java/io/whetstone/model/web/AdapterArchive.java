package io.whetstone.model.web;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.entity.ModelKind;
import io.whetstone.model.entity.ModelStatus;
import io.whetstone.model.service.ModelFolders;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the folder of an adapter. */
@ApplicationScoped
class AdapterArchive {
    @Inject
    ModelFolders folders;

    Response response(ModelView model) {
        if (model.kind() != ModelKind.ADAPTER || model.status() != ModelStatus.READY) {
            throw new ProblemException(ProblemType.CONFLICT, "Only an adapter that is ready can be downloaded");
        }
        var folder = folders.peft(model.id());
        StreamingOutput zip = out -> pack(folder, out);
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"".formatted(model.name()))
                .build();
    }

    private static void pack(Path folder, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out);
                var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }
}

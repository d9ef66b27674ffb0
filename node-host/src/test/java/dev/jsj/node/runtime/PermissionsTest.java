package dev.jsj.node.runtime;

import static dev.jsj.node.runtime.Permissions.Scope.CHILD_PROCESS;
import static dev.jsj.node.runtime.Permissions.Scope.FS_READ;
import static dev.jsj.node.runtime.Permissions.Scope.FS_WRITE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PermissionsTest {

    @TempDir private Path folder;
    private Path inside;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        inside = Files.createDirectory(folder.resolve("inside"));
        outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "");
        Files.createSymbolicLink(inside.resolve("link"), outside);
        Files.createSymbolicLink(inside.resolve("dangling"), outside.resolve("new"));
    }

    private Permissions permissions() {
        Permissions made =
                Permissions.of(
                        List.of(
                                "--permission",
                                "--allow-fs-read=" + inside,
                                "--allow-fs-write=" + inside + "/*"));
        assertNotNull(made);
        return made;
    }

    @Test
    void withoutTheFlagEverythingIsAllowed() {
        assertNull(Permissions.of(List.of("--allow-fs-read=/tmp")));
    }

    @Test
    void whatIsNotNamedIsDenied() {
        assertTrue(permissions().allows(FS_READ, inside.resolve("a/b"), true));
        assertFalse(permissions().allows(FS_READ, outside.resolve("secret"), true));
        assertFalse(permissions().allows(CHILD_PROCESS));
        assertFalse(permissions().allows(FS_READ));
    }

    @Test
    void aNameThatBeginsLikeAnAllowedFolderIsNotInIt() {
        Path sibling = Path.of(inside + "-not");
        assertFalse(permissions().allows(FS_READ, sibling, true));
    }

    @Test
    void dotsAndLinksDoNotLeadOut() {
        assertFalse(permissions().allows(FS_READ, inside.resolve("../outside/secret"), true));
        assertFalse(permissions().allows(FS_READ, inside.resolve("link/secret"), true));
        assertFalse(permissions().allows(FS_READ, inside.resolve("link/../outside"), true));
    }

    @Test
    void aDanglingLinkCountsAsItsTarget() {
        assertFalse(permissions().allows(FS_WRITE, inside.resolve("dangling"), true));
        assertTrue(permissions().allows(FS_WRITE, inside.resolve("dangling"), false));
        assertTrue(permissions().allows(FS_WRITE, inside.resolve("new"), true));
    }

    @Test
    void flagsMayHaveTheirValueBehindThem() {
        ProgramOptions options =
                new ProgramOptions(
                        List.of("-r", "a", "--require=b", "--require", "c"), List.of(), "jsj");
        assertEquals(List.of("a", "b", "c"), options.values("--require"));
    }
}

package dev.slipway.store.sql;

import dev.slipway.proof.live.Strace;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who writes down a program's fsyncs when they are over, among the marks that the program
/// itself makes.
enum Witness {
  /// Sees every system call, the marks too.
  STRACE {
    @Override
    Optional<String> hindrance() throws IOException, InterruptedException {
      return Strace.hindrance();
    }

    @Override
    ProcessBuilder watching(List<String> program, Path marks) {
      Strace strace = new Strace("write,pwrite64,fsync,fdatasync", log(marks));
      return new ProcessBuilder(strace.command(program));
    }

    @Override
    Path log(Path marks) {
      return marks.resolveSibling("trace");
    }
  },

  /// A library that stands before the C library and writes into the file of the marks.
  SHIM {
    @Override
    Optional<String> hindrance() throws IOException, InterruptedException {
      if (!System.getProperty("os.name").equals("Linux")) {
        return Optional.of("the shim is made for Linux");
      }
      Files.createDirectories(LIBRARY.getParent());
      List<String> compile =
          List.of("cc", "-shared", "-fPIC", "-o", LIBRARY.toString(), "src/test/native/syncs.c");
      try {
        Process compiler = new ProcessBuilder(compile).redirectError(Redirect.INHERIT).start();
        return compiler.waitFor() == 0
            ? Optional.empty()
            : Optional.of("cc does not compile the shim");
      } catch (IOException _) {
        return Optional.of("the shim needs cc on the PATH");
      }
    }

    @Override
    ProcessBuilder watching(List<String> program, Path marks) {
      ProcessBuilder builder = new ProcessBuilder(program);
      builder
          .environment()
          .putAll(Map.of("LD_PRELOAD", LIBRARY.toString(), "SYNCS", log(marks).toString()));
      return builder;
    }

    @Override
    Path log(Path marks) {
      return marks;
    }
  };

  private static final Path LIBRARY = Path.of("target", "native", "libsyncs.so").toAbsolutePath();

  /// Why it sees nothing on this machine; empty when it does.
  abstract Optional<String> hindrance() throws IOException, InterruptedException;

  /// The program under its eyes.
  ///
  /// @param marks the file that the program appends its marks to
  abstract ProcessBuilder watching(List<String> program, Path marks);

  /// Where marks and fsyncs are found in their order.
  abstract Path log(Path marks);
}

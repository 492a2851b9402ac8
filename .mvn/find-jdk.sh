# Finds a JDK that Likeness can be built and run with, and exports JAVA_HOME. Sourced by ./mvnw and
# ./likeness (POSIX sh); says what is missing and how to get it, and returns 1, when there is none.

likeness_jdk_needed=25

# Prints the feature release (25, 21, 1 for 1.8) of the JDK in folder $1; nothing when it is no JDK.
likeness_jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
  fi
}

# Whether folder $1 holds a JDK that is new enough.
likeness_jdk_fits() {
  likeness_release=$(likeness_jdk_release "$1")
  [ -n "$likeness_release" ] && [ "$likeness_release" -ge "$likeness_jdk_needed" ]
}

# Prints the folder of the JDK whose javac is first in PATH, links resolved.
likeness_jdk_in_path() {
  likeness_javac=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$likeness_javac" ]; do
    likeness_link=$(readlink "$likeness_javac")
    case $likeness_link in
      /*) likeness_javac=$likeness_link ;;
      *) likeness_javac=$(dirname "$likeness_javac")/$likeness_link ;;
    esac
  done
  (cd "$(dirname "$likeness_javac")/.." 2>/dev/null && pwd) || return 0
}

likeness_find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && likeness_jdk_fits "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  likeness_seen=${JAVA_HOME:+"JAVA_HOME=$JAVA_HOME"}
  for likeness_folder in "$(likeness_jdk_in_path)" \
    /usr/lib/jvm/* /usr/java/* /usr/local/openjdk-* /opt/* /opt/java/* /opt/homebrew/opt/openjdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$likeness_folder" ] || continue
    if likeness_jdk_fits "$likeness_folder"; then
      JAVA_HOME=$likeness_folder
      export JAVA_HOME
      return 0
    fi
    [ -z "$(likeness_jdk_release "$likeness_folder")" ] \
      || likeness_seen="$likeness_seen${likeness_seen:+, }$likeness_folder"
  done
  {
    echo "Likeness needs a JDK $likeness_jdk_needed or newer and found none in JAVA_HOME, PATH and the usual folders."
    echo "  looked at: ${likeness_seen:-no JDK at all}"
    echo "  get one:   https://adoptium.net/temurin/releases/?version=$likeness_jdk_needed"
    echo "             or: sdk install java ${likeness_jdk_needed}-tem   (sdkman.io)"
    echo "  then:      export JAVA_HOME=/path/to/the/jdk"
  } >&2
  return 1
}

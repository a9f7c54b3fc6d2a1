@rem npm start says "exec node": a POSIX shell then becomes node, so that signals to npm reach it. Windows has no exec.
@%*

;; A counter behind a lock, as a Rust Worker may have one.
(module
  (global $locked (mut i32) (i32.const 0))
  (global $count (mut i32) (i32.const 0))

  ;; add(amount) returns the new count. No amount may be negative.
  (func (export "add") (param $amount i32) (result i32)
    ;; Still locked: a call before this one never came to its end.
    (if (global.get $locked) (then (unreachable)))
    (global.set $locked (i32.const 1))

    ;; A panic: it traps in the middle, and nobody unlocks.
    (if (i32.lt_s (local.get $amount) (i32.const 0)) (then (unreachable)))

    (global.set $count (i32.add (global.get $count) (local.get $amount)))
    (global.set $locked (i32.const 0))
    (global.get $count)))

"""Forms: text in, values out; what they mean is the engine's business."""

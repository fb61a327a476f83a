# The practice's own figures by R's psych: Rscript figures.R ANSWERS.csv prints name,value lines, which figures_test.cpp
# holds against ours and against figures.csv beside it. The columns of the answers are first1.. and second1..: what the
# same people answered at two times, reversed where an item is.
suppressWarnings(suppressPackageStartupMessages(library(psych)))
answers <- read.csv(commandArgs(trailingOnly = TRUE)[1])
first <- answers[grep("^first", names(answers))]
second <- answers[grep("^second", names(answers))]
say <- function(name, value) cat(sprintf("%s,%.12f\n", name, value))

say("mean", mean(rowMeans(first)))
say("sd", sd(rowMeans(first)))

coefficient <- suppressWarnings(psych::alpha(first, check.keys = FALSE))
say("alpha", coefficient$total$raw_alpha)
say("alpha.low", coefficient$feldt$lower.ci[[1]])
say("alpha.high", coefficient$feldt$upper.ci[[1]])
for (i in seq_along(first)) say(paste0("item_rest", i), coefficient$item.stats$r.drop[i])

# psych::fa stops a few digits before the least residuals; from where it stops, Newton's steps go on to all digits.
polished <- function(correlations, l) {
  for (round in 1:20) {
    residuals <- l %o% l - correlations
    diag(residuals) <- 0
    curvature <- 2 * l %o% l - correlations
    diag(curvature) <- sum(l^2) - l^2
    l <- l - solve(curvature, as.vector(residuals %*% l))
  }
  l
}
omega_of <- function(covariances, start) {
  deviations <- sqrt(diag(covariances))
  l <- polished(cov2cor(covariances), start)
  common <- sum(l * deviations)^2
  common / (common + sum(diag(covariances) * (1 - l^2)))
}
covariances <- cov(first)
by_psych <- as.vector(psych::fa(first, nfactors = 1, fm = "minres", rotate = "none")$loadings)
by_psych <- by_psych * sign(sum(by_psych))
omega <- omega_of(covariances, by_psych)
say("omega", omega)
deviations <- sqrt(diag(covariances))
say("omega.by_psych_alone",
    sum(by_psych * deviations)^2 / (sum(by_psych * deviations)^2 + sum(deviations^2 * (1 - by_psych^2))))

# The delta method with slopes by differences, where ours has them by formula.
size <- ncol(first)
slopes <- matrix(0, size, size)
for (i in 1:size) for (j in 1:size) if (i <= j) {
  step <- 1e-4 * sqrt(covariances[i, i] * covariances[j, j])
  moved <- function(by) {
    changed <- covariances
    changed[i, j] <- changed[i, j] + by
    if (i != j) changed[j, i] <- changed[j, i] + by
    omega_of(changed, by_psych)
  }
  slope <- (8 * (moved(step) - moved(-step)) - (moved(2 * step) - moved(-2 * step))) / (12 * step)
  slopes[i, j] <- slopes[j, i] <- if (i == j) slope else slope / 2
}
turned <- slopes %*% covariances
error <- sqrt(2 * sum(diag(turned %*% turned)) / (nrow(first) - 1))
reach <- qnorm(0.975) * error / (1 - omega)
say("omega.low", 1 - (1 - omega) * exp(reach))
say("omega.high", 1 - (1 - omega) * exp(-reach))

again <- psych::ICC(cbind(rowMeans(first), rowMeans(second)), lmer = FALSE)$results
say("icc", again[2, "ICC"])
say("icc.low", again[2, "lower bound"])
say("icc.high", again[2, "upper bound"])

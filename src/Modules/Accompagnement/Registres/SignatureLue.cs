using FaireAvec.Accompagnement.Domain.Registres;

namespace FaireAvec.Accompagnement.Registres;

/// <summary>One line of a register, opened for its médiateur.</summary>
/// <param name="Id">The signature.</param>
/// <param name="Prenom">Null for « sans nom ».</param>
/// <param name="Dessinee">True when it was drawn, false when « je suis là » was ticked.</param>
/// <param name="Le">When.</param>
internal sealed record SignatureLue(Guid Id, string? Prenom, bool Dessinee, DateTimeOffset Le);

/// <summary>What somebody gives to sign: checked already.</summary>
/// <param name="Prenom">Null for « sans nom ».</param>
/// <param name="Trace">Null when « je suis là » was ticked.</param>
internal sealed record SignatureDonnee(string? Prenom, TraceDeSignature? Trace);

/// <summary>A register in the list: no name and no drawing goes there.</summary>
/// <param name="Registre">The register.</param>
/// <param name="Signatures">How many signed, on the tablet and on paper.</param>
/// <param name="Activite">The act noted from it.</param>
internal sealed record RegistreListe(Registre Registre, int Signatures, Guid? Activite);
